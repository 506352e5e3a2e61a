import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type BoardDay, type BoardItem, boardRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { BoardAttendance } from './board-attendance';
import { BoardDayList } from './board-day';
import { BoardForm } from './board-form';
import { BoardMeetings } from './board-meetings';

/** One board: when it meets, what waits for it, and what was decided there, day by day. */
@Component({
  selector: 'ft-board-screen',
  imports: [RouterLink, Button, Card, Empty, Failed, Skeleton, UkDate, BoardAttendance, BoardDayList, BoardForm, BoardMeetings],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './board-screen.html',
})
export class BoardScreen {
  /** From the address: the board, and `board` in `edit` while its form is open. */
  readonly id = input.required<string>();
  readonly edit = input<string>();
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly page = screen(boardRoutes.page, () => ({ params: { id: this.id() } }), { keep: true });
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const board = this.page.value();
      if (board) title.say(board.name);
    });
  }

  protected hasDecided({ approvals, amendments, decisions }: BoardDay): boolean {
    return approvals.length + amendments.length + decisions.length > 0;
  }

  protected show(edit: string | null): void {
    void this.router.navigate([], { queryParams: { edit }, queryParamsHandling: 'merge', replaceUrl: edit === null });
  }

  protected done(fresh: BoardItem | null): void {
    this.show(null);
    if (fresh) {
      this.page.update((page) => ({ ...page, ...fresh }));
      this.toasts.say(`${fresh.name} saved.`);
    }
    // The form is gone: the focus goes back to where it was opened.
    setTimeout(() => document.getElementById('edit-board')?.focus());
  }
}
