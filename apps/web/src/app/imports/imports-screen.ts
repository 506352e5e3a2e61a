import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { importRoutes } from '@followthrough/contracts';
import { Card, Empty, Failed, FileDrop, Skeleton, Toasts, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { stateWords, stepWords } from './import-words';

const LARGEST = 10 * 1024 * 1024;
/** Between two looks at how far a long file has come, in milliseconds. */
const LOOK = 1_500;

/** Where a plan comes in from Excel: choose a file, or go on with one. */
@Component({
  selector: 'ft-imports',
  imports: [Card, Empty, Failed, FileDrop, Skeleton, RouterLink, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './imports-screen.html',
})
export class ImportsScreen {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly here = inject(Here);
  protected readonly list = screen(importRoutes.list);
  protected readonly stateWords = stateWords;
  protected readonly refused = signal('');
  protected readonly reading = signal('');
  protected readonly underWay = computed(() => this.list.value()?.underWay ?? []);
  protected readonly steps = stepWords;
  private hasLeft = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.hasLeft = true));
    // What is under way goes on without this page, so whoever comes back sees how far it is.
    effect((stop) => {
      if (!this.reading() && this.underWay().length === 0) return;
      const again = setInterval(() => void this.look(), LOOK);
      stop(() => clearInterval(again));
    });
  }

  protected async upload(file: File): Promise<void> {
    if (this.reading()) return;
    this.refused.set('');
    if (file.size > LARGEST) return this.refused.set(`${file.name} is larger than 10 MB. Remove what is not part of the plan, and try again.`);
    if (file.size === 0) return this.refused.set(`${file.name} is empty.`);
    this.reading.set(file.name);
    try {
      const { id } = await this.api.ask(importRoutes.upload, { file });
      if (this.hasLeft) this.toasts.say(`${file.name} has been read. Go on with it under Import a plan.`);
      else await this.router.navigate(['/', this.here.slug(), 'imports', id, 'sheet']);
    } catch (thrown) {
      const { sentence } = refusedBy(thrown);
      const why = `${file.name}: ${sentence}`;
      this.refused.set(why);
      if (this.hasLeft) this.toasts.say(why);
    } finally {
      this.reading.set('');
    }
  }

  private async look(): Promise<void> {
    try {
      this.list.set(await this.api.ask(importRoutes.list));
    } catch {
      // Only the figure is missing: the list says by itself when it cannot be read.
    }
  }
}
