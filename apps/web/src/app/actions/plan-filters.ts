import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { actionFlags, actionGaps, type ActionChoices, type ActionFilter, closureStates, horizons, priorities } from '@followthrough/contracts';
import { healthRules } from '@followthrough/domain';
import { DateField } from '@followthrough/ui';
import { words } from '../words';

type Key = keyof ActionFilter;
export type Change = Readonly<Partial<Record<Key, string | readonly string[] | null>>>;

/** Everything that the plan can be narrowed to. Each choice is in the address at once; there is no button to press. */
@Component({
  selector: 'ft-plan-filters',
  imports: [DateField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-plan-filters' },
  template: `
    <fieldset>
      <legend>Status</legend>
      <div class="ft-checks">
        @for (one of choices().words; track one.status) { <label><input type="checkbox" [checked]="has('status', one.status)" (change)="turn('status', one.status)" />{{ one.word }}</label> }
      </div>
    </fieldset>
    <fieldset>
      <legend>Horizon</legend>
      <div class="ft-checks">
        @for (one of horizons; track one) { <label><input type="checkbox" [checked]="has('horizon', one)" (change)="turn('horizon', one)" />{{ said.horizon[one] }}</label> }
      </div>
    </fieldset>
    <fieldset>
      <legend>Priority</legend>
      <div class="ft-checks">
        @for (one of priorities; track one) { <label><input type="checkbox" [checked]="has('priority', one)" (change)="turn('priority', one)" />{{ said.priority[one] }}</label> }
      </div>
    </fieldset>
    <fieldset>
      <legend>Closure</legend>
      <div class="ft-checks">
        @for (one of closures; track one) { <label><input type="checkbox" [checked]="has('closure', one)" (change)="turn('closure', one)" />{{ said.closureState[one] }}</label> }
      </div>
    </fieldset>
    <fieldset>
      <legend>Only those</legend>
      <div class="ft-checks">
        @for (flag of flags; track flag.key) { <label><input type="checkbox" [checked]="filter()[flag.key] === true" (change)="narrow.emit(only(flag.key, filter()[flag.key] ? null : 'true'))" />{{ flag.label }}</label> }
      </div>
    </fieldset>
    <fieldset>
      <legend>Belonging to</legend>
      @for (select of selects(); track select.key) {
        <label class="ft-plan-filters__select">{{ select.label }}
          <select #box class="ft-input" (change)="narrow.emit(only(select.key, box.value || null))">
            <option value="" [selected]="!filter()[select.key]">Any</option>
            @for (one of select.choices; track one.value) { <option [value]="one.value" [selected]="filter()[select.key] === one.value">{{ one.label }}</option> }
          </select>
        </label>
      }
      <ft-date-field label="Not updated since" [value]="filter().notUpdatedSince ?? ''" (valueChange)="narrow.emit({ notUpdatedSince: $event || null })" />
    </fieldset>
  `,
})
export class PlanFilters {
  readonly filter = input.required<ActionFilter>();
  readonly choices = input.required<ActionChoices>();
  readonly narrow = output<Change>();
  protected readonly horizons = horizons;
  protected readonly priorities = priorities;
  protected readonly closures = closureStates;
  protected readonly said = words;
  protected readonly flags = flags;
  protected readonly selects = computed(() => {
    const { people, organisations, findings, causes, themes, boards, programmes } = this.choices();
    const named = (all: readonly { readonly id: string; readonly name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name.length > 70 ? `${name.slice(0, 70)}…` : name }));
    const plain = (all: readonly string[]) => all.map((one) => ({ value: one, label: one }));
    const all = [
      { key: 'owner' as const, label: 'Owner', choices: named(people) },
      { key: 'organisation' as const, label: 'Organisation', choices: named(organisations) },
      { key: 'theme' as const, label: 'Theme', choices: plain(themes) },
      { key: 'finding' as const, label: 'Finding', choices: named(findings) },
      { key: 'cause' as const, label: 'Cause', choices: named(causes) },
      { key: 'programme' as const, label: 'Programme', choices: named(programmes) },
      { key: 'gap' as const, label: 'Missing', choices: actionGaps.map((gap) => ({ value: gap, label: healthRules[gap].title })) },
      { key: 'flag' as const, label: 'What speaks against it', choices: actionFlags.map((flag) => ({ value: flag, label: words.actionFlag[flag].label })) },
      { key: 'board' as const, label: 'Board', choices: named(boards) },
    ];
    return all.filter((one) => one.choices.length > 0 || this.filter()[one.key]);
  });

  protected has(key: 'status' | 'horizon' | 'priority' | 'closure', word: string): boolean {
    return ((this.filter()[key] ?? []) as readonly string[]).includes(word);
  }

  protected turn(key: 'status' | 'horizon' | 'priority' | 'closure', word: string): void {
    const now = (this.filter()[key] ?? []) as readonly string[];
    const next = now.includes(word) ? now.filter((one) => one !== word) : [...now, word];
    this.narrow.emit({ [key]: next.length > 0 ? next : null });
  }

  protected only(key: Key, value: string | null): Change {
    return { [key]: value };
  }
}

export const flags = [
  { key: 'overdue', label: 'Overdue' },
  { key: 'doubtful', label: 'Reported and assessed differ' },
  { key: 'overridden', label: 'Has a flag that does not count' },
  { key: 'milestoneLate', label: 'A milestone is late' },
  { key: 'moved', label: 'Due date moved' },
  { key: 'decision', label: 'Decision needed' },
  { key: 'dateUnresolved', label: 'Date to resolve' },
  { key: 'unowned', label: 'No owner' },
  { key: 'unaccountable', label: 'No accountable organisation' },
  { key: 'symptomOnly', label: 'Treats only a symptom' },
  { key: 'unestimated', label: 'Days not estimated' },
  { key: 'onLadder', label: 'On a ladder' },
  { key: 'notEnded', label: 'Not ended' },
  { key: 'undated', label: 'Estimated, but no due date' },
] as const satisfies readonly { readonly key: Key; readonly label: string }[];
