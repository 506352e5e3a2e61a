import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { demandRoutes, NewAssignment, type StaffingLine, type StaffingMonth, type StaffingPerson, type StaffingPreview, staffingRoutes } from '@followthrough/contracts';
import { checkAssignment } from '@followthrough/domain';
import { CheckField, DaysField, Failed, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { inDays } from '../demand/public';
import { words } from '../words';

/** So much of a line for somebody: what it would do to their months, as it is typed, and then the asking. */
@Component({
  selector: 'ft-ask-for',
  imports: [FormField, CheckField, DaysField, Failed, Skeleton, UkDate, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (form(); as form) {
      <ft-form [form]="form" [says]="person().isOurs ? 'Put them down' : 'Ask for them'" [small]="true" (send)="save(form)" (leave)="left.emit()">
        <ft-days-field [formField]="form.tree.minutes" [dayMinutes]="person().personDay" />
        @if (over() > 0) { <ft-check-field [formField]="form.tree.knowingly" [label]="'It is ' + days(over()) + ' more than has nobody, and meant'" /> }
        @if (person().isShown) {
          <div aria-live="polite">
            @if (preview.refused(); as refused) {
              <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="preview.reload()" />
            } @else if (preview.value(); as would) {
              <p><span class="ft-tag ft-proof__state" [class]="'ft-proof__state--' + would.stateAfter">{{ words.proofState[would.stateAfter] }}</span> {{ says(would) }}</p>
              <ul class="ft-plain" aria-label="Their months before and after; nothing is saved yet">
                @for (one of would.months; track one.month) {
                  @if (one.after !== one.before) { <li><b>{{ one.month | ukDate }}</b>: from {{ load(one, 'Before') }} to <b>{{ load(one, 'After') }}</b>{{ one.given === null ? '; what they can give is not known' : ', of ' + days(one.given, would.personDay) + ' that they can give' }}</li> }
                }
              </ul>
            } @else if (minutes() > 0) { <ft-skeleton [lines]="3" /> }
          </div>
        }
        <p class="ft-muted">{{ person().isOurs ? 'They belong to your organisation, so this confirms it.' : person().organisationName ? 'The leads of ' + person().organisationName + ' see what it would do to them, and confirm or decline it.' : 'They belong to no organisation yet: until they do, nobody can confirm it.' }}</p>
      </ft-form>
    }
  `,
})
export class AskFor implements OnInit {
  readonly line = input.required<StaffingLine>();
  readonly person = input.required<StaffingPerson>();
  readonly asked = output();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected readonly words = words;
  protected readonly days = inDays;
  protected readonly form = signal<ContractForm<NewAssignment> | undefined>(undefined);
  protected readonly minutes = computed(() => {
    const minutes = this.form()?.model().minutes ?? 0;
    return Number.isSafeInteger(minutes) && minutes > 0 ? minutes : 0;
  });
  protected readonly over = computed(() => this.minutes() - Math.max(0, this.line().likelyMinutes - this.line().givenMinutes));
  protected readonly preview = screen(staffingRoutes.preview, () => (this.person().isShown && this.minutes() > 0 ? { params: { id: this.line().id }, query: { personId: this.person().id, minutes: this.minutes() } } : undefined), { keep: true });

  /** As much as they have room for, where that is something; else all of it. */
  ngOnInit(): void {
    const { minutes, likelyMinutes, givenMinutes, onIt } = this.line();
    const { id, room } = this.person();
    const rules = (said: Partial<NewAssignment>) => checkAssignment({ minutes: said.minutes ?? 0, knowingly: said.knowingly ?? false }, { likelyMinutes, givenMinutes, people: onIt, isOnIt: false });
    this.form.set(new ContractForm(NewAssignment, { personId: id, minutes: room ? Math.min(room, minutes) : minutes }, { rules, injector: this.injector }));
  }

  protected says({ stateBefore, stateAfter, excessBefore, excessAfter, personDay }: StaffingPreview): string {
    const more = excessAfter - excessBefore;
    if (stateAfter === 'over' && stateBefore === 'over') return more > 0 ? `They are over already by ${inDays(excessBefore, personDay)}; with it by ${inDays(excessAfter, personDay)}.` : `They are over already by ${inDays(excessBefore, personDay)}; this adds nothing to it.`;
    if (stateAfter === 'over') return `With it they are over by ${inDays(excessAfter, personDay)}, in whatever order they work.`;
    return stateAfter === 'fits' ? 'With it all that they have to do can still be done by its dates.' : 'On some days it is not known when they work.';
  }

  protected load(one: StaffingMonth, when: 'Before' | 'After'): string {
    const percent = one[`percent${when}`];
    const needed = inDays(when === 'Before' ? one.before : one.after, this.person().personDay);
    return percent === null ? needed : `${needed} (${percent} %)`;
  }

  protected async save(form: ContractForm<NewAssignment>): Promise<void> {
    const { name, isOurs } = this.person();
    const done = await form.submit(async (body) => void (await this.api.ask(demandRoutes.request, { params: { id: this.line().id }, body })));
    if (!done) return;
    this.toasts.say(isOurs ? `${name} is down for it.` : `${name} is asked for.`);
    this.asked.emit();
  }
}
