import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { type StaffingPerson, staffingRoutes } from '@followthrough/contracts';
import { Button, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { inDays } from '../demand/public';
import { Here } from '../session/here';
import { levelName } from '../skills/public';
import { AskFor } from './ask-for';

/** Who could do one line, who has room for all of it first; and what it would do to one of them. */
@Component({
  selector: 'ft-who-fits',
  imports: [Button, Failed, Skeleton, UkDate, AskFor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (line.refused(); as refused) {
      <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="line.reload()" />
    } @else if (line.value(); as one) {
      <div class="ft-staffing__head">
        <p>{{ days(one.minutes) }} of {{ days(one.likelyMinutes) }} have nobody@if (one.fromOn) {, to be done from {{ one.fromOn | ukDate }} to {{ one.toOn | ukDate }}}.</p>
        <button type="button" ftButton="quiet" (click)="closed.emit()">Close</button>
      </div>
      @if (one.people.length > 0) {
        <ul class="ft-staffing__people">
          @for (person of one.people; track person.id) {
            <li>
              <div class="ft-staffing__person">
                <div><b>{{ person.name }}</b><div class="ft-muted">{{ about(person) }}</div></div>
                <span>{{ room(person, one.minutes, one.toOn !== null) }}</span>
                @if (chosen() !== person.id) { <button type="button" ftButton [small]="true" [id]="'choose-' + person.id" (click)="chosen.set(person.id)">{{ person.isShown ? 'Try' : 'Ask for' }}<span class="nhsuk-u-visually-hidden"> {{ person.name }}</span></button> }
              </div>
              @if (chosen() === person.id) { <ft-ask-for [line]="one" [person]="person" (asked)="assigned.emit()" (left)="leave(person)" /> }
            </li>
          }
        </ul>
        @if (one.more > 0) { <p class="ft-muted">And {{ one.more }} more.</p> }
      } @else {
        <p class="ft-muted">Nobody here has {{ one.skillName ?? 'been named' }}@if (one.level) { at the level “{{ level(one.level).toLowerCase() }}”}. Say under Skills who has it, or ask for somebody on the action’s page.</p>
      }
    } @else { <ft-skeleton [lines]="4" /> }
  `,
})
export class WhoFits {
  readonly id = input.required<string>();
  readonly assigned = output();
  readonly closed = output();
  protected readonly here = inject(Here);
  protected readonly days = inDays;
  protected readonly level = levelName;
  protected readonly line = screen(staffingRoutes.line, () => ({ params: { id: this.id() } }));
  protected readonly chosen = signal('');

  protected about({ organisationName, jobTitle, level }: StaffingPerson): string {
    return [level === null ? null : levelName(level), jobTitle, organisationName].filter(Boolean).join(' · ');
  }

  protected room({ isShown, room, personDay, organisationName }: StaffingPerson, minutes: number, isDated: boolean): string {
    if (!isShown) return `Their days are for ${organisationName ?? 'their organisation'} to say: ask`;
    if (room === null) return isDated ? 'Not known when they work' : 'No date, so nothing to fit into';
    return room >= minutes ? `Room for all of it: ${inDays(room, personDay)}` : room > 0 ? `Room for ${inDays(room, personDay)} of it` : 'No room';
  }

  protected leave({ id }: StaffingPerson): void {
    this.chosen.set('');
    setTimeout(() => document.getElementById(`choose-${id}`)?.focus());
  }
}
