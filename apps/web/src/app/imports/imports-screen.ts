import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { importRoutes } from '@followthrough/contracts';
import { Card, Empty, Failed, FileDrop, Skeleton, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { stateWords } from './import-words';

const LARGEST = 10 * 1024 * 1024;

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
  protected readonly here = inject(Here);
  protected readonly list = screen(importRoutes.list);
  protected readonly stateWords = stateWords;
  protected readonly refused = signal('');
  protected readonly reading = signal('');

  protected async upload(file: File): Promise<void> {
    if (this.reading()) return;
    this.refused.set('');
    if (file.size > LARGEST) return this.refused.set(`${file.name} is larger than 10 MB. Remove what is not part of the plan, and try again.`);
    if (file.size === 0) return this.refused.set(`${file.name} is empty.`);
    this.reading.set(file.name);
    try {
      const { id } = await this.api.ask(importRoutes.upload, { file });
      await this.router.navigate(['/', this.here.slug(), 'imports', id, 'sheet']);
    } catch (thrown) {
      const { problem, message } = refusedBy(thrown);
      this.refused.set(`${file.name}: ${problem.fields?.[0]?.message ?? message}`);
    } finally {
      this.reading.set('');
    }
  }
}
