import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { type Amendment, type AmendmentDecision, type AmendmentList, NewDecisions, omit, type SaidOfAmendment, type VersionList, versionRoutes } from '@followthrough/contracts';
import { londonDay } from '@followthrough/domain';
import { Button, Card, DateField, Empty, Failed, ProseField, Segments, SelectField, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { AddBoardHint, choicesOfBoards } from '../boards/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { AmendmentState } from './amendment-state';
import { ApproveForm } from './approve-form';
import { ChangeList } from './change-list';
import { ChangedValue } from './changed-value';
import { More } from './more';

const keyOf = ({ actionId, field, item, position }: Pick<SaidOfAmendment, 'actionId' | 'field' | 'item'> & { readonly position: number | null }): string => `${actionId ?? ''} ${field} ${item ?? ''} ${position ?? 0}`;

/** What the next board has before it: all of it approved makes a version, or it decides amendment by amendment. */
@Component({
  selector: 'ft-amendments',
  imports: [FormField, RouterLink, Button, Card, DateField, Empty, Failed, ProseField, Segments, SelectField, Skeleton, UkDate, AddBoardHint, FormFrame, AmendmentState, ApproveForm, ChangeList, ChangedValue],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './amendments-screen.html',
})
export class AmendmentsScreen {
  /** From the address. */
  readonly plan = input.required<string>();
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly list = screen(versionRoutes.amendments, () => ({ params: { id: this.plan() } }));
  protected readonly more = new More<Amendment, AmendmentList>(this.list, (after) => this.api.ask(versionRoutes.amendments, { params: { id: this.plan() }, query: { after } }));
  protected readonly total = computed(() => {
    const said = this.list.value();
    return said ? said.waiting + said.approved + said.declined : 0;
  });
  protected readonly boards = computed(() => choicesOfBoards(this.list.value()?.boards ?? []));
  protected readonly approving = signal(false);
  protected readonly deciding = signal(false);
  protected readonly choices = [
    { value: 'approved', label: 'Approve' },
    { value: 'declined', label: 'Decline' },
    { value: '', label: 'Later' },
  ];
  protected readonly form = new ContractForm(omit(NewDecisions, 'amendments'), { decidedOn: londonDay(new Date()) });
  private readonly said = signal<ReadonlyMap<string, SaidOfAmendment>>(new Map());
  protected readonly decided = computed(() => [...this.said().values()]);

  constructor() {
    effect(() => {
      const boardId = this.list.value()?.boardId;
      untracked(() => this.form.model.update((model) => ({ ...model, boardId: model.boardId || (boardId ?? '') })));
    });
  }

  protected chosen(one: Amendment): string {
    return this.said().get(keyOf(one))?.decision ?? '';
  }

  protected choose(one: Amendment, decision: string): void {
    this.said.update((said) => {
      const next = new Map(said);
      next.delete(keyOf(one));
      if (decision) next.set(keyOf(one), { actionId: one.actionId, field: one.field, item: one.item, position: one.position ?? 0, decision: decision as AmendmentDecision });
      return next;
    });
  }

  protected async send(): Promise<void> {
    const done = await this.form.submit(async (said) => {
      this.list.set(await this.api.ask(versionRoutes.decide, { params: { id: this.plan() }, body: { ...said, amendments: this.decided() } }));
    });
    if (!done) return;
    this.toasts.say('The board’s decisions are recorded.');
    this.leave();
  }

  protected leave(): void {
    this.said.set(new Map());
    this.deciding.set(false);
  }

  protected approved(fresh: VersionList | null): void {
    this.approving.set(false);
    if (!fresh) return;
    this.toasts.say(`Version ${fresh.items[0]?.number ?? ''} is recorded.`);
    this.list.reload();
  }

  protected print(): void {
    window.print();
  }
}
