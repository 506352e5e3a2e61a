import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ShownWord } from '@followthrough/contracts';
import { Button, Card, Mark, Toasts } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Moment } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import type { Branch } from './branches';
import { CauseEditor } from './cause-editor';
import { CauseStore } from './cause-store';

/** The same causes as a list: everything that the picture shows, for those who don't see it and for phones; changed here. */
@Component({
  selector: 'ft-cause-list',
  imports: [RouterLink, Button, Card, Mark, SaidStatus, CauseEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './cause-list.html',
})
export class CauseList {
  readonly rows = input.required<readonly { readonly branch: Branch; readonly depth: number }[]>();
  readonly words = input.required<readonly ShownWord[]>();
  /** The cause whose editor is open. */
  readonly open = input('');
  readonly opened = output<string | null>();
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  /** So many are listed, the worst first; the plan table has them all. */
  protected readonly most = 4;
  private readonly store = inject(CauseStore);
  private readonly me = inject(Me);
  private readonly toasts = inject(Toasts);
  protected readonly mayKeep = computed(() => this.me.may('diagnosis.keep') && !this.moment.isPast());

  protected nameOf(id: string | null): string {
    return this.store.tree()?.causes.find((one) => one.id === id)?.text ?? '';
  }

  protected done(says: string | null, id: string): void {
    this.opened.emit(null);
    if (says) this.toasts.say(says);
    setTimeout(() => document.getElementById(`edit-${id}`)?.focus());
  }
}
