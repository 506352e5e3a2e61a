import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionGroup, ActionItem, ShownWord, Status } from '@followthrough/contracts';
import { UkDate } from '@followthrough/ui';
import { wordIn } from '../assessments/public';
import { Here } from '../session/here';
import { SaidStatus } from '../said-status';
import { words } from '../words';
import { Near } from './near';
import { type Column, columnNames } from './plan-address';
import { PlanSelection } from './plan-selection';

interface Line {
  readonly action: ActionItem;
  /** The heading before this row, where another group begins. */
  readonly heading: ActionGroup | null;
}

/**
 * Fifty rows of the plan table. Far from the window their place is kept and their rows are not drawn,
 * so the table stays light however far somebody has scrolled, whatever height its rows have.
 */
@Component({
  selector: 'tbody[ftPlanPage]',
  imports: [RouterLink, UkDate, SaidStatus],
  hostDirectives: [Near],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (drawn() || whole()) {
      @for (line of lines(); track line.action.id + line.action.group) {
        @if (line.heading; as heading) {
          <tr class="ft-plan__group"><th scope="rowgroup" [attr.colspan]="width()">{{ heading.label ?? none() }} <span class="ft-muted">{{ heading.count }} {{ heading.count === 1 ? 'action' : 'actions' }}</span></th></tr>
        }
        <tr>
          @if (selection.isOn()) { <td class="ft-plan__pick"><input #box type="checkbox" [attr.aria-label]="'Select ' + line.action.ref + ' ' + line.action.title" [checked]="selection.has(line.action.id)" [disabled]="selection.isAll()" (click)="selection.tick(line.action.id, box.checked, $event.shiftKey)" /></td> }
          <td class="ft-plan__ref">{{ line.action.ref }}</td>
          <th scope="row"><a [routerLink]="['/', here.slug(), 'actions', line.action.id]">{{ line.action.title }}</a></th>
          @for (column of columns(); track column) {
            <td [attr.data-label]="names[column]">
              @switch (column) {
                @case ('status') { <ft-said-status [status]="line.action.status" [words]="words()" />@if (line.action.assessed !== line.action.status && !columns().includes('assessed')) { <span class="ft-facts-say ft-muted">the facts say {{ wordOf(line.action.assessed) }}</span> } }
                @case ('due') {
                  @if (line.action.dueOn) {
                    <span [class.ft-late]="line.action.overdue">{{ line.action.dueOn | ukDate }}@if (line.action.overdue) { · overdue }</span>
                    @if (line.action.moves > 0) { <div class="ft-muted">moved {{ line.action.moves === 1 ? 'once' : line.action.moves + ' times' }} from {{ line.action.baselineDueOn | ukDate }}</div> }
                  } @else if (line.action.dueText) {
                    “{{ line.action.dueText }}”@if (line.action.dateUnresolved) { <div class="ft-muted">date to resolve</div> }
                  } @else { <span class="ft-muted">no date</span> }
                }
                @case ('owner') { @if (line.action.ownerName) { {{ line.action.ownerName }} } @else { <span class="ft-muted">nobody yet</span> } }
                @case ('organisation') { {{ line.action.organisationName }} }
                @case ('updated') {
                  @if (line.action.lastUpdateOn) {
                    {{ line.action.lastUpdateOn | ukDate }}
                    @if (line.action.lastUpdateText) { <div class="ft-plan__said ft-muted">{{ line.action.lastUpdateText }}</div> }
                    @if (line.action.lacks.length > 0) { <div class="ft-muted">more to be said</div> }
                  } @else { <span class="ft-muted">never</span> }
                }
                @case ('horizon') { {{ said.horizon[line.action.horizon] }} }
                @case ('priority') { {{ line.action.priority ? said.priority[line.action.priority] : '' }} }
                @case ('theme') { {{ line.action.theme }} }
                @case ('assessed') {
                  <ft-said-status [status]="line.action.assessed" [words]="words()" />
                  @for (flag of line.action.flags; track flag) { <div class="ft-muted">{{ said.actionFlag[flag].label }}</div> }
                }
                @case ('delivery') { {{ line.action.deliveryConfidence ? said.confidence[line.action.deliveryConfidence] : '' }} }
                @case ('outcome') { {{ line.action.outcomeConfidence ? said.confidence[line.action.outcomeConfidence] : '' }} }
                @case ('milestones') {
                  @if (line.action.milestones.all > 0) {
                    <div>{{ line.action.milestones.done }} of {{ line.action.milestones.all }}@if (line.action.milestones.late > 0) {, <span class="ft-late">{{ line.action.milestones.late }} late</span> }</div>
                    @if (line.action.milestones.next) { <div class="ft-muted">next: {{ line.action.milestones.next }} {{ line.action.milestones.nextOn | ukDate }}</div> }
                  }
                }
                @case ('waiting') {
                  @if (line.action.openDecisions > 0) { <div>{{ line.action.openDecisions }} {{ line.action.openDecisions === 1 ? 'decision' : 'decisions' }}</div> }
                  @if (line.action.openThreads > 0) { <div>{{ line.action.openThreads }} {{ line.action.openThreads === 1 ? 'answer' : 'answers' }}</div> }
                }
              }
            </td>
          }
        </tr>
      }
    } @else {
      <tr aria-hidden="true"><td [attr.colspan]="width()" [style.height.px]="height()">&nbsp;</td></tr>
    }
  `,
})
export class PlanPage {
  readonly rows = input.required<readonly ActionItem[]>();
  /** The last row of the page before; a group that goes on has no second heading. */
  readonly before = input<ActionItem | null>(null);
  readonly groups = input<readonly ActionGroup[] | null>(null);
  readonly none = input('');
  readonly columns = input.required<readonly Column[]>();
  readonly words = input.required<readonly ShownWord[]>();
  /** Drawn however far away it is: paper has no window. */
  readonly whole = input(false);
  protected readonly here = inject(Here);
  protected readonly selection = inject(PlanSelection);
  /** So many columns. */
  protected readonly width = computed(() => this.columns().length + (this.selection.isOn() ? 3 : 2));
  protected readonly names = columnNames;
  protected readonly said = words;
  protected readonly drawn = signal(true);
  protected readonly height = signal(0);
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly wordOf = (status: Status): string => wordIn(this.words())(status);
  protected readonly lines = computed<readonly Line[]>(() => {
    const groups = this.groups();
    const byKey = new Map(groups?.map((one) => [one.key, one]));
    return this.rows().map((action, at, all) => {
      const last = at === 0 ? this.before() : all[at - 1];
      const begins = groups !== null && (!last || last.group !== action.group);
      return { action, heading: begins ? (byKey.get(action.group) ?? null) : null };
    });
  });

  constructor() {
    inject(Near, { self: true }).near.subscribe((isNear) => this.come(isNear));
  }

  private come(isNear: boolean): void {
    // Somebody who is in these rows by keyboard keeps them.
    if (!isNear && this.element.contains(document.activeElement)) return;
    if (!isNear && this.drawn()) this.height.set(this.element.offsetHeight);
    this.drawn.set(isNear);
  }
}
