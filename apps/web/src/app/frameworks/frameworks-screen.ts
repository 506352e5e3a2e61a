import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameworkRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { BeginForm } from './begin-form';
import { FrameworkDetails } from './framework-details';
import { whose } from './whose';

/** What reviews look for, where that comes from, and how it is scored; to copy, and to renew where it is this locality's own. */
@Component({
  selector: 'ft-frameworks',
  imports: [RouterLink, Button, Card, Failed, Skeleton, BeginForm, FrameworkDetails],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './frameworks-screen.html',
})
export class FrameworksScreen {
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly whose = whose;
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('framework.keep'));
  protected readonly list = screen(frameworkRoutes.list);
  protected readonly open = signal<{ readonly id: string; readonly deed: 'copy' | 'renew' } | null>(null);

  protected left(): void {
    const from = this.open();
    this.open.set(null);
    setTimeout(() => document.getElementById(`${from?.deed}-${from?.id}`)?.focus());
  }
}
