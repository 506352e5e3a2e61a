import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { capabilityRoutes, type SkillLine, type SkillMonthItem } from '@followthrough/contracts';
import { Button, Card, Failed, Skeleton, UkDate, ukDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { inDays } from '../demand/public';
import { Here } from '../session/here';
import { levelName } from '../skills/public';

/** The actions that ask for a skill at a level, in one month or in all, and the people who have it. */
@Component({
  selector: 'ft-skill-parts',
  imports: [RouterLink, Button, Card, Failed, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card [heading]="heading()" [sub]="says()" tone="accent">
      <button deeds type="button" ftButton [small]="true" (click)="closed.emit()">Close</button>
      @if (parts.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="parts.reload()" />
      } @else if (parts.value(); as one) {
        <table class="ft-table ft-table--cards">
          <caption class="nhsuk-u-visually-hidden">Actions that ask for it</caption>
          <thead><tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col">Due</th><th scope="col" class="ft-number">Needed</th></tr></thead>
          <tbody>
            @for (action of one.actions; track action.id) {
              <tr>
                <td data-label="Ref">{{ action.ref }}</td>
                <th scope="row"><a [routerLink]="['/', here.slug(), 'actions', action.id]">{{ action.title }}</a></th>
                <td data-label="Due">{{ (action.dueOn | ukDate) || 'No date' }}</td>
                <td data-label="Needed" class="ft-number">{{ action.minutes === null ? 'Not known' : days(action.minutes) }}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (one.more > 0) { <p class="ft-muted">And {{ one.more }} more actions, with less.</p> }
        <h3 class="ft-above">Who has it</h3>
        @if (one.people.length > 0) {
          <ul class="ft-plain">
            @for (person of one.people; track person.id) { <li><b>{{ person.name }}</b>@if (person.organisationName) {, {{ person.organisationName }}}&ngsp;<span class="ft-muted">{{ level(person.level) }}@if (person.given !== null) { · can give {{ days(person.given) }}}</span></li> }
          </ul>
        } @else { <p class="ft-muted">Nobody here. Say under <a [routerLink]="['/', here.slug(), 'capacity', 'skills']">Skills</a> who can do it, or name a post that is being filled.</p> }
      } @else { <ft-skeleton [lines]="4" /> }
    </ft-card>
  `,
})
export class SkillPartsCard {
  readonly line = input.required<SkillLine>();
  readonly month = input<SkillMonthItem | null>(null);
  readonly closed = output<void>();
  protected readonly here = inject(Here);
  protected readonly days = inDays;
  protected readonly level = (level: number): string => levelName(level).toLowerCase();
  protected readonly parts = screen(capabilityRoutes.parts, () => {
    const [{ skillId: skill, level }, month] = [this.line(), this.month()];
    return { query: { skill, level, ...(month ? { month: month.month } : {}) } };
  });
  protected readonly heading = computed(() => {
    const [line, month] = [this.line(), this.month()];
    return `${line.name}, ${this.level(line.level)}${month ? `, ${ukDate(month.month)}` : ''}`;
  });
  protected readonly says = computed(() => {
    const month = this.month();
    if (!month) return '';
    const held = month.isFew ? 'what can be given is hidden: fewer than three people' : month.held === null ? 'what can be given is not known' : `${inDays(month.held)} can be given`;
    return `${inDays(month.needed)} needed, ${held}${month.gap ? `: ${inDays(month.gap)} too few` : ''}.`;
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      this.heading();
      setTimeout(() => host.scrollIntoView({ block: 'nearest' }));
    });
  }
}
