import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { check, type CycleDesk, cycleRoutes, NewCadence, omit } from '@followthrough/contracts';
import { checkCadence, londonDay, nextCycles } from '@followthrough/domain';
import { DateField, NumberField, SelectField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { AddBoardHint, choicesOfBoards } from '../boards/public';
import { choicesOf, words } from '../words';
import { CycleDatesTable } from './cycle-dates-table';

const Said = omit(NewCadence, 'version');
const USUAL = { every: 'quarter', clearDays: 5, publishAfter: 10, freezeBefore: 2, dueBefore: 3, openBefore: 10, grace: 2 } as const;

/** How often a plan is reported on, with the next four reports as they would come of it. */
@Component({
  selector: 'ft-cadence-form',
  imports: [FormField, AddBoardHint, CycleDatesTable, DateField, FormFrame, NumberField, SelectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="desk().cadence ? 'Save' : 'Report in cycles'" [narrow]="false" (send)="send()" (leave)="done.emit(null)">
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.every" [choices]="rhythms" />
        @if (byBoard()) { <ft-select-field [formField]="form.tree.boardId" [choices]="boards()" /> }
        <ft-date-field [formField]="form.tree.startsOn" />
      </div>
      @if (byBoard()) { <ft-add-board-hint /> }
      <div class="ft-cadence">
        @if (byBoard()) { <ft-number-field [formField]="form.tree.clearDays" /> } @else { <ft-number-field [formField]="form.tree.publishAfter" /> }
        <ft-number-field [formField]="form.tree.freezeBefore" />
        <ft-number-field [formField]="form.tree.dueBefore" />
        <ft-number-field [formField]="form.tree.openBefore" />
        <ft-number-field [formField]="form.tree.grace" />
      </div>
      <p class="ft-muted">Working days are England’s: no weekends, no bank holidays.</p>
      <h3>The next reports would be</h3>
      @if (preview().length > 0) { <ft-cycle-dates-table [cycles]="preview()" caption="Preview of the next reports" /> } @else { <p class="ft-muted">{{ byBoard() ? 'None yet: choose a board that has a meeting to come, late enough to be counted back from.' : 'None yet: fill in the form.' }}</p> }
    </ft-form>
  `,
})
export class CadenceForm implements OnInit {
  readonly desk = input.required<CycleDesk>();
  readonly done = output<CycleDesk | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<Omit<NewCadence, 'version'>>;
  protected readonly rhythms = choicesOf(words.rhythm);
  protected readonly boards = computed(() => choicesOfBoards(this.desk().boards));
  protected readonly byBoard = computed(() => this.form.model().every === 'board');
  protected readonly preview = computed(() => {
    const checked = check(Said, { ...this.form.model(), boardId: this.form.model().boardId || null });
    if (!checked.value || checkCadence(rule(checked.value)).length > 0) return [];
    const kept = this.desk().items.filter((one) => one.state !== 'planned');
    const last = kept.reduce<(typeof kept)[number] | null>((latest, one) => (latest && latest.periodTo > one.periodTo ? latest : one), null);
    const meetings = this.desk().boards.find((one) => one.id === checked.value.boardId)?.meetings ?? [];
    return nextCycles(rule(checked.value), meetings, { today: this.desk().today, last, count: 4 });
  });

  ngOnInit(): void {
    const { cadence, boards, planId } = this.desk();
    const start = cadence ?? { ...USUAL, startsOn: `${londonDay(new Date()).slice(0, 7)}-01`, boardId: boards[0]?.id ?? '' };
    this.form = new ContractForm(Said, start, { rules: (said) => checkCadence(rule(said)), injector: this.injector, draft: `cadence.${planId}` });
  }

  protected async send(): Promise<void> {
    const { planId, cadence } = this.desk();
    let fresh: CycleDesk | null = null;
    const isDone = await this.form.submit(async (said) => {
      fresh = await this.api.ask(cycleRoutes.setCadence, { params: { id: planId }, body: { ...said, ...(cadence ? { version: cadence.version } : {}) } });
    });
    if (isDone) this.done.emit(fresh);
  }
}

const rule = (said: Omit<NewCadence, 'version'>) => ({ ...said, boardId: said.boardId ?? null });
