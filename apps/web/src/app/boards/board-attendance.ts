import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type BoardDay, type BoardPage, boardRoutes } from '@followthrough/contracts';
import { Button, Toasts, ukDate, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { Me } from '../session/me';

type Said = 'came' | 'absent' | '';

/** Which organisations came to a meeting and which did not; those who keep the plan record it. */
@Component({
  selector: 'ft-board-attendance',
  imports: [Button, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (!editing()) {
      <p class="ft-board__came">
        @if (day().attendance.length > 0) { {{ says() }} } @else { <span class="ft-muted">Who came is not recorded.</span> }
        @if (mayKeep()) { <button type="button" ftButton="quiet" [id]="'came-' + day().day" (click)="open()">{{ day().attendance.length > 0 ? 'Change' : 'Record who came' }}<span class="nhsuk-u-visually-hidden"> to the meeting of {{ day().day | ukDate }}</span></button> }
      </p>
    } @else {
      <form class="ft-board__attendance" (submit)="$event.preventDefault(); save()" (keydown.escape)="close()">
        <fieldset>
          <legend>Who came on {{ day().day | ukDate }}</legend>
          @for (one of board().invitees; track one.organisationId; let first = $first) {
            <label>
              <span>{{ one.name }}</span>
              <select #box class="nhsuk-select" [attr.id]="first ? 'first-invitee' : null" (change)="say(one.organisationId, box.value)">
                @for (choice of choices; track choice.value) { <option [value]="choice.value" [selected]="(said()[one.organisationId] ?? '') === choice.value">{{ choice.label }}</option> }
              </select>
            </label>
          }
        </fieldset>
        <span class="ft-row"><button type="submit" ftButton="primary" [small]="true">Save</button><button type="button" ftButton [small]="true" (click)="close()">Cancel</button></span>
      </form>
    }
  `,
})
export class BoardAttendance {
  readonly board = input.required<BoardPage>();
  readonly day = input.required<BoardDay>();
  readonly changed = output<BoardPage>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Me);
  private readonly does = deeds();
  protected readonly choices: readonly { readonly value: Said; readonly label: string }[] = [{ value: '', label: 'Not asked' }, { value: 'came', label: 'Came' }, { value: 'absent', label: 'Did not come' }];
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));
  protected readonly editing = signal(false);
  protected readonly said = signal<Readonly<Record<string, Said>>>({});
  protected readonly says = computed(() => {
    const named = (came: boolean): string => this.day().attendance.filter((one) => one.came === came).map(({ name }) => name).join(', ');
    return [...(named(true) ? [`Came: ${named(true)}.`] : []), ...(named(false) ? [`Did not come: ${named(false)}.`] : [])].join(' ');
  });

  /** Nothing recorded yet: those who are expected came, which is quicker to put right than to tick. */
  protected open(): void {
    const { attendance } = this.day();
    const said = attendance.length > 0 ? attendance.map(({ organisationId, came }) => [organisationId, came ? 'came' : 'absent'] as const) : this.board().invitees.filter(({ isExpected }) => isExpected).map(({ organisationId }) => [organisationId, 'came'] as const);
    this.said.set(Object.fromEntries(said));
    this.editing.set(true);
    setTimeout(() => document.getElementById('first-invitee')?.focus());
  }

  protected close(): void {
    this.editing.set(false);
    setTimeout(() => document.getElementById(`came-${this.day().day}`)?.focus());
  }

  protected say(organisationId: string, value: string): void {
    this.said.update((said) => ({ ...said, [organisationId]: value as Said }));
  }

  protected save(): Promise<void> {
    const { meetingId, day } = this.day();
    const all = (which: Said): string[] => Object.entries(this.said()).flatMap(([id, said]) => (said === which ? [id] : []));
    return this.does(async () => {
      this.changed.emit(await this.api.ask(boardRoutes.noteAttendance, { params: { id: this.board().id, meeting: meetingId ?? '' }, body: { came: all('came'), absent: all('absent') } }));
      this.close();
      this.toasts.say(`Who came on ${ukDate(day)} is recorded.`);
    });
  }
}
