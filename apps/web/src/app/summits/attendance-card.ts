import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Attendance, attendanceRoutes, AttendanceSaid, type SummitPage } from '@followthrough/contracts';
import { Button, Card, Empty, NumberField, SelectField, TextField, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { asChoices } from './choices';

/** Which organisations were there, and how many of each. */
@Component({
  selector: 'ft-attendance-card',
  imports: [FormField, Button, Card, Empty, NumberField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Who was there" [sub]="says()">
      @if (mayKeep() && !form()) { <button deeds type="button" id="note-attendance" ftButton [small]="true" (click)="begin()">Note an organisation</button> }
      @if (form(); as form) {
        <ft-form [form]="form" says="Note it" (send)="save()" (leave)="leave()">
          <ft-select-field label="Organisation" [choices]="organisations()" [(value)]="organisation" />
          <div class="ft-fields">
            <ft-number-field [formField]="form.tree.people" />
            <ft-text-field [formField]="form.tree.names" />
          </div>
        </ft-form>
      }
      <ul class="ft-work">
        @for (one of summit().attendance; track one.organisationId) {
          <li class="ft-invitee">
            <div><b>{{ one.organisation }}</b>: {{ one.people }} <p class="ft-muted">{{ one.names }}</p></div>
            @if (mayKeep()) {
              <div class="ft-row">
                <button type="button" ftButton="quiet" [small]="true" (click)="begin(one)">Edit<span class="nhsuk-u-visually-hidden"> {{ one.organisation }}</span></button>
                <button type="button" ftButton="quiet" [small]="true" (click)="remove(one)">Remove<span class="nhsuk-u-visually-hidden"> {{ one.organisation }}</span></button>
              </div>
            }
          </li>
        } @empty {
          @if (!form()) { <li><ft-empty heading="Nobody noted yet">@if (mayKeep()) { Note each organisation as it comes in: the record says who was there. }</ft-empty></li> }
        }
      </ul>
    </ft-card>
  `,
})
export class AttendanceCard {
  readonly summit = input.required<SummitPage>();
  readonly mayKeep = input(false);
  readonly changed = output<SummitPage>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  private readonly injector = inject(Injector);
  protected readonly form = signal<ContractForm<AttendanceSaid> | null>(null);
  protected readonly organisation = signal('');
  protected readonly organisations = computed(() => {
    const noted = this.summit().attendance.map((one) => one.organisationId);
    return asChoices(this.summit().organisations).filter((one) => one.value === this.organisation() || !noted.includes(one.value));
  });
  protected readonly says = computed(() => {
    const all = this.summit().attendance;
    const people = all.reduce((sum, one) => sum + one.people, 0);
    return all.length === 0 ? '' : `${people} ${people === 1 ? 'person' : 'people'} of ${all.length} ${all.length === 1 ? 'organisation' : 'organisations'}`;
  });

  protected begin(one?: Attendance): void {
    this.organisation.set(one?.organisationId ?? '');
    this.form.set(new ContractForm(AttendanceSaid, one ?? { people: 1 }, { injector: this.injector }));
  }

  protected async save(): Promise<void> {
    const organisation = this.organisation();
    if (!organisation) return this.toasts.say('Choose the organisation first.');
    let fresh: SummitPage | null = null;
    if (!(await this.form()?.submit(async (body) => (fresh = await this.api.ask(attendanceRoutes.note, { params: { id: this.summit().id, organisation }, body }))))) return;
    if (fresh) this.changed.emit(fresh);
    this.leave();
  }

  protected leave(): void {
    this.form.set(null);
    setTimeout(() => document.getElementById('note-attendance')?.focus());
  }

  protected async remove({ organisationId: organisation }: Attendance): Promise<void> {
    await this.deed(async () => {
      this.changed.emit(await this.api.ask(attendanceRoutes.remove, { params: { id: this.summit().id, organisation } }));
    });
  }
}
