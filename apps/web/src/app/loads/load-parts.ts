import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LoadCell, type LoadCellsBy, type LoadPerson, loadRoutes, type LoadRowItem } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, ukDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';

/** What makes up one cell of the heat map: the actions, and the people where the asker may see them. */
@Component({
  selector: 'ft-load-parts',
  imports: [RouterLink, Button, Card, Failed, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { tabindex: '-1', role: 'group', '[attr.aria-label]': 'heading()', '(keydown.escape)': 'closed.emit()' },
  template: `
    <ft-card [heading]="heading()" [sub]="says()" tone="accent">
      <button deeds type="button" ftButton [small]="true" (click)="closed.emit()">Close</button>
      @if (parts.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="parts.reload()" />
      } @else if (parts.value(); as one) {
        @if (proven(); as whose) { <p><a [routerLink]="['/', here.slug(), 'capacity', 'proof', by(), whose]">Does it fit?</a>&ngsp;<span class="ft-muted">The proof: what no order of work can solve, and what would.</span></p> }
        @if (narrowed(); as whose) { <p><a [routerLink]="[]" [queryParams]="whose" queryParamsHandling="merge">Its actions by month</a></p> }
        <table class="ft-table ft-table--cards">
          <caption class="nhsuk-u-visually-hidden">Actions that make up this month</caption>
          <thead><tr><th scope="col">Ref</th><th scope="col">Action</th>@if (isSaid()) { <th scope="col" class="ft-number">Needed, {{ unit() }}</th>@if (hasRest()) { <th scope="col" class="ft-number">Of it with nobody</th> } }</tr></thead>
          <tbody>
            @for (action of one.actions; track action.id) {
              <tr>
                <td data-label="Ref">{{ action.ref }}</td>
                <th scope="row"><a [routerLink]="['/', here.slug(), 'actions', action.id]">{{ action.title }}</a>@if (action.isOverdue) { <span class="ft-late">Overdue</span> }</th>
                @if (action.minutes !== null && action.nobody !== null) {
                  <td data-label="Needed" class="ft-number">{{ say()(action.minutes) }}</td>
                  @if (hasRest()) { <td data-label="Of it with nobody" class="ft-number">{{ say()(action.nobody) }}</td> }
                }
              </tr>
            }
          </tbody>
        </table>
        @if (!isSaid() && one.actions.length > 0) { <p class="ft-muted">The parts are not shown: they would tell what one or two people give.</p> }
        @if (one.more > 0) { <p class="ft-muted">And {{ one.more }} more actions, with less.</p> }
        @if (one.people.length > 0) {
          <div class="ft-above"><table class="ft-table ft-table--cards">
            <caption class="nhsuk-u-visually-hidden">People who make up this month</caption>
            <thead><tr><th scope="col">Person</th><th scope="col" class="ft-number">Needed, {{ unit() }}</th><th scope="col" class="ft-number">Can give</th></tr></thead>
            <tbody>
              @for (person of one.people; track person.id) {
                <tr><th scope="row">{{ person.name }}</th><td data-label="Needed" class="ft-number">{{ say()(person.needed) }}</td><td data-label="Can give" class="ft-number">{{ gives(person) }}</td></tr>
              }
            </tbody>
          </table></div>
        }
        @if (one.others > 0) { <p class="ft-muted">{{ one.people.length > 0 ? 'And ' : '' }}{{ one.others }} {{ one.others === 1 ? 'person' : 'people' }} whose own figures only they and their organisation’s leads see.</p> }
      } @else { <ft-skeleton [lines]="3" /> }
    </ft-card>
  `,
})
export class LoadParts {
  readonly by = input.required<LoadCellsBy>();
  readonly row = input.required<Pick<LoadRowItem, 'id' | 'name'>>();
  readonly cell = input.required<LoadCell>();
  /** Minutes as they are written, in `unit`. */
  readonly say = input.required<(minutes: number) => string>();
  readonly unit = input.required<string>();
  readonly closed = output<void>();
  protected readonly here = inject(Here);
  /** Whose work can be proven: skills stand in nobody's place. */
  protected readonly proven = computed(() => (this.by() === 'skill' || this.by() === 'action' ? null : this.row().id));
  /** By which its actions can be looked at on their own. */
  protected readonly narrowed = computed(() => {
    const [by, id] = [this.by(), this.row().id];
    return id !== null && (by === 'organisation' || by === 'person') ? { by: 'action', [by]: id, row: null, month: null } : null;
  });
  protected readonly heading = computed(() => `${this.row().name}, ${ukDate(this.cell().month)}`);
  protected readonly says = computed(() => {
    const { needed, given, difference, unknown, promised } = this.cell();
    const say = this.say();
    const left = difference === null ? '' : difference < 0 ? `: ${say(-difference)} too few` : `: ${say(difference)} left`;
    const known = given === null ? 'what can be given is not known' : `${say(given)} can be given${left}`;
    if (this.by() === 'action') return `${say(needed ?? 0)} ${this.unit()} needed.`;
    const more = [...(unknown > 0 ? [`Of ${unknown} ${unknown === 1 ? 'person' : 'people'} it is not known.`] : []), ...(promised === null ? [] : [`The organisation confirmed ${say(promised)}.`])];
    return [`${say(needed ?? 0)} ${this.unit()} needed, ${known}.`, ...more].join(' ');
  });
  protected readonly parts = screen(loadRoutes.cell, () => ({ query: { by: this.by(), ...(this.row().id ? { id: this.row().id ?? '' } : {}), month: this.cell().month } }));
  /** Work of a person or a team is what somebody is down for. */
  protected readonly hasRest = computed(() => this.by() !== 'person' && this.by() !== 'team');
  protected readonly isSaid = computed(() => this.parts.value()?.actions.every((one) => one.minutes !== null) ?? true);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // On a phone it is many rows below the cell that opened it. Who opened a cell is taken to what it says, and by closing back.
    effect(() => {
      this.heading();
      const isOpened = document.activeElement?.closest('.ft-heat') != null;
      setTimeout(() => {
        if (isOpened) host.focus({ preventScroll: true });
        host.scrollIntoView({ block: 'nearest' });
      });
    });
  }

  protected gives({ given }: LoadPerson): string {
    return given === null ? 'Not known' : this.say()(given);
  }
}
