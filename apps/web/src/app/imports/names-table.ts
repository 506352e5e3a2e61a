import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { type NamedThing, type NameSeen, type NameSettled, organisationKinds } from '@followthrough/contracts';
import { Button, type Choice, ComboboxField } from '@followthrough/ui';
import { words } from '../words';

/** Names of the sheet, each with what becomes of it. */
@Component({
  selector: 'ft-names-table',
  imports: [Button, ComboboxField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (names().length === 0) { <p>The sheet names none.</p> } @else {
      @if (undecided().length > 0) {
        <p class="ft-row">
          <span role="status"><b>{{ undecided().length }} to decide.</b></span>
          <button type="button" ftButton [small]="true" (click)="rest.emit('create')">Create all of them</button>
          <button type="button" ftButton="quiet" [small]="true" (click)="rest.emit('leave')">Leave all of them empty</button>
        </p>
      }
      <table class="ft-table ft-table--cards ft-names">
        <caption class="nhsuk-u-visually-hidden">{{ what() === 'people' ? 'People' : 'Organisations' }} that the sheet names</caption>
        <thead><tr><th scope="col">In the sheet</th><th scope="col" class="ft-number">Rows</th><th scope="col">What to do</th></tr></thead>
        <tbody>
          @for (one of names(); track one.value) {
            <tr>
              <th scope="row">{{ one.value }}@if (one.contact) { <div class="ft-muted">{{ one.contact }}</div> }</th>
              <td data-label="Rows" class="ft-number">{{ one.rows }}</td>
              <td data-label="What to do" class="ft-holds">
                <select #deed class="ft-input" [attr.aria-label]="one.value + ': what to do'" (change)="choose(one, deed.value)">
                  @if (!one.answered) { <option value="" selected>Choose</option> }
                  @if (one.answered && one.choice === 'match' && one.id) { <option [value]="one.id" selected>Is {{ one.matched }}</option> }
                  @for (like of one.similar; track like.id) { <option [value]="like.id">Is {{ like.name }}</option> }
                  @if (known().length > 0) { <option value="other">Is somebody or something else here …</option> }
                  <option value="create" [selected]="one.answered && one.choice === 'create'">Create</option>
                  @if (what() === 'organisations') { <option value="everyone" [selected]="one.answered && one.choice === 'everyone'">Means every partner</option> }
                  <option value="leave" [selected]="one.answered && one.choice === 'leave'">Leave empty</option>
                </select>
                @if (looking() === one.value) { <ft-combobox-field [label]="'Who or what is ' + one.value + '?'" [choices]="choices()" value="" (valueChange)="choose(one, $event)" /> }
                @if (what() === 'organisations' && one.answered && one.choice === 'create') {
                  <select #kind class="ft-input" [attr.aria-label]="'Kind of ' + one.value" (change)="settled.emit([{ value: one.value, choice: 'create', id: null, kind: kindOf(kind.value) }])">
                    @for (each of kinds; track each) { <option [value]="each" [selected]="each === one.kind">{{ words.organisationKind[each] }}</option> }
                  </select>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    }
  `,
})
export class NamesTable {
  readonly what = input.required<'people' | 'organisations'>();
  readonly names = input.required<readonly NameSeen[]>();
  readonly known = input.required<readonly NamedThing[]>();
  readonly settled = output<readonly NameSettled[]>();
  /** The same for all that are still undecided when it is their turn. */
  readonly rest = output<'create' | 'leave'>();
  protected readonly words = words;
  protected readonly kinds = organisationKinds;
  protected readonly looking = signal('');
  protected readonly undecided = computed(() => this.names().filter((one) => !one.answered));
  protected readonly choices = computed<readonly Choice[]>(() => this.known().map(({ id, name }) => ({ value: id, label: name })));

  protected choose({ value, kind }: NameSeen, said: string): void {
    if (said === '') return;
    this.looking.set(said === 'other' ? value : '');
    if (said === 'other') return;
    const choice = said === 'create' || said === 'leave' || said === 'everyone' ? said : 'match';
    this.settled.emit([{ value, choice, id: choice === 'match' ? said : null, kind: choice === 'create' ? kind : null }]);
  }


  protected kindOf(text: string): (typeof organisationKinds)[number] {
    return organisationKinds.find((kind) => kind === text) ?? 'other';
  }
}
