import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UkDate } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Moment } from '../past/public';
import { words } from '../words';
import type { Line } from './lines';
import { noteOf } from './picture';
import { TimelineStore } from './timeline-store';

/** The facts of the picture as a table: for those who hear it, and for paper. */
@Component({
  selector: 'ft-timeline-table',
  imports: [RouterLink, UkDate, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table class="ft-table ft-table--cards ft-time-table">
      <caption class="nhsuk-u-visually-hidden">Actions over time</caption>
      <thead><tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col">Starts</th><th scope="col">Due</th><th scope="col">Milestones</th><th scope="col">Waits for</th><th scope="col">Comes before</th></tr></thead>
      <tbody>
        @for (line of lines(); track line.key) {
          @if (line.kind === 'heading') {
            <tr class="ft-plan__group"><th scope="rowgroup" colspan="7">{{ line.label }} <span class="ft-muted">{{ line.count }} {{ line.count === 1 ? 'action' : 'actions' }}</span></th></tr>
          } @else {
            <tr>
              <td class="ft-plan__ref">{{ line.action.ref }}</td>
              <th scope="row">
                <a [routerLink]="moment.pageOf(line.action)" [queryParams]="moment.query()">{{ line.action.title }}</a>
                <div class="ft-row"><ft-said-status [status]="line.action.status" [words]="scale()" />@if (critical().has(line.action.id)) { <span class="ft-tag ft-tag--strong">critical chain</span> }@if (line.action.disposition; as how) { <span class="ft-tag">{{ said.disposition[how] }}</span> }</div>
              </th>
              <td data-label="Starts">@if (line.action.startOn; as day) { {{ day | ukDate }} } @else if (line.action.startText; as said) { “{{ said }}” }</td>
              <td data-label="Due">
                @if (line.action.dueOn; as day) {
                  <span [class.ft-late]="line.action.overdue">{{ day | ukDate }}@if (line.action.overdue) { · {{ note(line.action) }} }</span>
                  @if (line.action.moves > 0) { <div class="ft-muted">moved {{ line.action.moves === 1 ? 'once' : line.action.moves + ' times' }} from {{ line.action.baselineDueOn | ukDate }}</div> }
                } @else { <span class="ft-muted">{{ note(line.action) }}</span> }
              </td>
              <td data-label="Milestones">
                @for (one of line.action.milestones; track one.id) {
                  <div>{{ one.title }}: @if (one.doneOn; as day) { done {{ day | ukDate }} } @else { <span [class.ft-late]="one.isLate && line.action.isOpen">{{ one.dueOn | ukDate }}@if (one.isLate && line.action.isOpen) { · late }</span> }@if (one.baselineOn !== one.dueOn) { <span class="ft-muted"> (planned {{ one.baselineOn | ukDate }})</span> }</div>
                }
              </td>
              <td data-label="Waits for">@for (one of store.waitsFor().get(line.action.id); track one.end.id) { <div>{{ one.end.ref }}@if (one.kind === 'enables') { <span class="ft-muted"> opens the way</span> }</div> }</td>
              <td data-label="Comes before">@for (one of store.opens().get(line.action.id); track one.end.id) { <div>{{ one.end.ref }}@if (one.kind === 'enables') { <span class="ft-muted"> opens the way</span> }</div> }</td>
            </tr>
          }
        }
      </tbody>
    </table>
  `,
})
export class TimelineTable {
  readonly lines = input.required<readonly Line[]>();
  readonly today = input.required<string>();
  protected readonly store = inject(TimelineStore);
  protected readonly moment = inject(Moment);
  protected readonly said = words;
  protected readonly scale = computed(() => this.store.first()?.words ?? []);
  protected readonly critical = computed(() => new Set(this.store.chain().map((one) => one.id)));
  protected readonly note = (action: Parameters<typeof noteOf>[0]): string => noteOf(action, this.today());
}
