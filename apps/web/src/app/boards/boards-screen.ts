import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type BoardItem, boardRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { NewBoardForm } from './board-form';

/** The boards of the locality: when each meets next, which plans report to it, what waits for it. */
@Component({
  selector: 'ft-boards',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, NewBoardForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './boards-screen.html',
})
export class BoardsScreen {
  /** From the address: `new` while one is added. */
  readonly open = input<string>();
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly list = screen(boardRoutes.list);
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));

  protected show(open: string | null): void {
    void this.router.navigate([], { queryParams: { open }, queryParamsHandling: 'merge' });
  }

  protected done(fresh: BoardItem | null): void {
    if (fresh) {
      this.toasts.say(`${fresh.name} added. Say when it meets.`);
      void this.router.navigate(['/', this.here.slug(), 'boards', fresh.id]);
      return;
    }
    this.show(null);
    // The form is gone: the focus goes back to where it was opened.
    setTimeout(() => document.getElementById('add-board')?.focus());
  }
}
