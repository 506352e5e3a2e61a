import { ChangeDetectionStrategy, Component, computed, effect, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type FieldRefusal, NewScenarioChange, type ScenarioChangeItem, type ScenarioChoices, type ScenarioKind, Text } from '@followthrough/contracts';
import { changeNeeds, changeOf, checkChange, missingIn, type ScenarioFacts, type ScenarioWork } from '@followthrough/domain';
import { ComboboxField, DateField, DaysField, SelectField, TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { inDays } from '../demand/public';
import { choicesOf, words } from '../words';
import { itemOf } from './item';

/** A change as it is typed. `part`: somebody's part of a line, by the ids of both. */
class TypedChange extends NewScenarioChange {
  @Text('Whose part', { optional: true }) part?: string;
}

const HINTS: Readonly<Partial<Record<ScenarioKind, string>>> = { estimate: 'What is left of it then', split: 'So much of what is left becomes an action of its own', assign: 'Of this line', hire: 'Days a week' };

/** Says one change: what, of which action, and to what. What is typed so far is told, so that its effect is seen before it is added. */
@Component({
  selector: 'ft-change-form',
  imports: [FormField, ComboboxField, DateField, DaysField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Add to the scenario" [small]="true" (send)="add()" (leave)="left.emit()">
      <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
      @if (kind() !== 'hire') { <ft-combobox-field [formField]="form.tree.actionId" [needed]="true" [choices]="actions()" hint="Type its ref or some of its words" /> }
      @if (needs('organisationId')) { <ft-combobox-field [formField]="form.tree.organisationId" [needed]="true" [choices]="organisations()" /> }
      @if (kind() === 'hire') { <ft-text-field [formField]="form.tree.title" [needed]="true" hint="Such as Discharge coordinator" /> }
      @if (kind() === 'assign') {
        @if (lines().length > 0) {
          <ft-select-field [formField]="form.tree.effortId" [needed]="true" [choices]="lines()" />
          <ft-combobox-field [formField]="form.tree.personId" [needed]="true" [choices]="people()" />
        } @else if (work()) { <p class="ft-muted">It has no lines of effort yet: add one on its page first.</p> }
      }
      @if (kind() === 'reassign' || kind() === 'remove') {
        @if (parts().length > 0) {
          <ft-select-field [formField]="form.tree.part" [needed]="true" [choices]="parts()" />
          @if (kind() === 'reassign') { <ft-combobox-field [formField]="form.tree.toPersonId" [needed]="true" [choices]="people()" /> }
        } @else if (work()) { <p class="ft-muted">Nobody whose figures you may see is down for it.</p> }
      }
      @if (needs('minutes')) { <ft-days-field [formField]="form.tree.minutes" [needed]="true" [hint]="hint()" /> }
      @if (needs('toOn')) { <ft-date-field [formField]="form.tree.toOn" [needed]="true" [hint]="dateHint()" /> }
    </ft-form>
  `,
})
export class ChangeForm {
  readonly facts = input.required<ScenarioFacts>();
  readonly choices = input.required<ScenarioChoices>();
  readonly changes = input.required<readonly ScenarioChangeItem[]>();
  /** The change as far as it can be reckoned with; null: it cannot yet. */
  readonly typed = output<ScenarioChangeItem | null>();
  readonly added = output<{ readonly body: NewScenarioChange; readonly item: ScenarioChangeItem }>();
  readonly left = output();
  protected readonly kinds = choicesOf(words.scenarioKind);
  protected readonly form = new ContractForm(TypedChange, { kind: 'move' }, { rules: (said) => this.wrong(said) });
  protected readonly kind = computed(() => this.form.model().kind as ScenarioKind);
  protected readonly work = computed<ScenarioWork | undefined>(() => this.facts().work.find((one) => one.id === this.form.model().actionId));
  protected readonly actions = computed(() => this.facts().work.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` })));
  protected readonly organisations = computed(() => this.choices().organisations.map(({ id, name }) => ({ value: id, label: name })));
  protected readonly people = computed(() => this.choices().people.map(({ id, name, organisationName }) => ({ value: id, label: organisationName ? `${name}, ${organisationName}` : name })));
  protected readonly lines = computed(() => (this.work()?.lines ?? []).map((one) => ({ value: one.id, label: `${inDays(one.likely)}, ${words.effortShape[one.shape].toLowerCase()}` })));
  protected readonly parts = computed(() => (this.work()?.lines ?? []).flatMap((line) => line.parts.flatMap((one) => (one.personId === null ? [] : [{ value: `${line.id} ${one.personId}`, label: `${this.facts().people.find(({ id }) => id === one.personId)?.name ?? 'Somebody'}: ${inDays(one.minutes)}` }]))));
  protected readonly hint = computed(() => [HINTS[this.kind()] ?? '', ...(this.work()?.left && this.kind() !== 'assign' ? [`${inDays(this.work()?.left ?? 0)} left now`] : [])].filter(Boolean).join(': '));
  protected readonly dateHint = computed(() => (this.kind() === 'hire' ? 'From when it counts' : this.kind() === 'split' ? 'When the part is due' : 'When it is due then'));

  constructor() {
    effect(() => {
      const body = bodyOf(this.form.said());
      this.typed.emit(missingIn(body).length === 0 && this.wrong(this.form.said()).length === 0 ? this.item(body) : null);
    });
  }

  focus(): void {
    this.form.tree.kind().focusBoundControl();
  }

  protected needs(field: keyof NewScenarioChange): boolean {
    return changeNeeds[this.kind()].some((one) => one === field);
  }

  protected async add(): Promise<void> {
    const body = bodyOf(this.form.said());
    if (!(await this.form.submit(() => Promise.resolve()))) return;
    this.added.emit({ body, item: this.item(body) });
    this.form.reset({ kind: body.kind });
    this.focus();
  }

  private item(body: NewScenarioChange): ScenarioChangeItem {
    return itemOf(body, this.facts(), this.choices());
  }

  private wrong(said: TypedChange): readonly FieldRefusal[] {
    const body = bodyOf(said);
    const found = missingIn(body);
    // The action is asked for first, though of a line it follows.
    const action = said.kind !== 'hire' && !said.actionId ? [{ field: 'actionId', code: 'rule' as const, message: 'Choose the action' }] : [];
    const refusals = found.length > 0 || action.length > 0 ? [...action, ...found.filter((one) => one.field !== 'actionId')] : checkChange(this.facts(), changeOf(this.item(body)), this.changes().map(changeOf));
    const inPart = said.kind === 'reassign' || said.kind === 'remove';
    return refusals.filter((one) => !(inPart && one.field === 'effortId')).map((one) => (inPart && one.field === 'personId' ? { ...one, field: 'part' } : one));
  }
}

/** What is sent: only what the kind needs; a part is its line and its person. */
function bodyOf({ part, ...said }: TypedChange): NewScenarioChange {
  const [effortId, personId] = said.kind === 'assign' ? [said.effortId, said.personId] : (part ?? '').split(' ');
  const all: NewScenarioChange = { ...said, ...(effortId ? { effortId } : {}), ...(personId ? { personId } : {}) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key === 'kind' || changeNeeds[said.kind].some((one) => one === key))) as unknown as NewScenarioChange;
}
