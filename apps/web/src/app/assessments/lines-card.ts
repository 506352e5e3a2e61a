import { ChangeDetectionStrategy, Component, effect, inject, Injector, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { AssessmentSettingEdit, type AssessmentSetting, assessmentRoutes } from '@followthrough/contracts';
import { Card, Failed, NumberField, Skeleton, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';

/** Where this locality draws the lines: from when on the facts speak against what is reported. */
@Component({
  selector: 'ft-lines-card',
  imports: [FormField, Card, Failed, FormFrame, NumberField, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="When the facts disagree" sub="From these lines on, a fact speaks against the status that was reported. The report itself never changes.">
      @if (setting.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="setting.reload()" />
      } @else if (setting.value(); as lines) {
        @if (mayKeep()) {
          @if (form(); as form) {
            <ft-form [form]="form" [mayLeave]="false" (send)="save(form)">
              <ft-number-field [formField]="form.tree.graceDays" unit="days" />
              <ft-number-field [formField]="form.tree.alarmDays" unit="days" />
              <ft-number-field [formField]="form.tree.beginDays" unit="days" />
              <ft-number-field [formField]="form.tree.silentRhythms" unit="rhythms" />
              <ft-number-field [formField]="form.tree.movesTooMany" unit="moves" />
              <ft-number-field [formField]="form.tree.sameWordsReports" unit="reports" />
              <ft-number-field [formField]="form.tree.resourceDays" unit="days" />
              <ft-number-field [formField]="form.tree.overrideDays" unit="days" />
              <ft-number-field [formField]="form.tree.allWellFrom" unit="actions" />
            </ft-form>
          }
        } @else {
          <ul class="ft-plain">
            <li>A date may pass by {{ lines.graceDays }} days before it counts; from {{ lines.alarmDays }} days late on it weighs heavily.</li>
            <li>Work should have begun {{ lines.beginDays }} days after its start date.</li>
            <li>A report is missed after {{ lines.silentRhythms }} reporting rhythms, of 28 days where a plan has no cycles.</li>
            <li>{{ lines.movesTooMany }} moves of a due date are too many, and so are {{ lines.sameWordsReports }} reports in the same words.</li>
            <li>Work that is due within {{ lines.resourceDays }} days needs somebody to do it, and an owner with the time for it.</li>
            <li>An overridden flag counts again after {{ lines.overrideDays }} days.</li>
          </ul>
          <p class="ft-muted">A programme administrator can move these lines.</p>
        }
      } @else { <ft-skeleton [lines]="6" /> }
    </ft-card>
  `,
})
export class LinesCard {
  readonly mayKeep = input(false);
  protected readonly setting = screen(assessmentRoutes.setting);
  protected readonly form = signal<ContractForm<AssessmentSettingEdit> | undefined>(undefined);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      const lines = this.setting.value();
      if (lines && !untracked(this.form)) this.form.set(new ContractForm(AssessmentSettingEdit, lines, { injector }));
    });
  }

  protected async save(form: ContractForm<AssessmentSettingEdit>): Promise<void> {
    let fresh: AssessmentSetting | undefined;
    const saved = await form.submit(async (said) => {
      fresh = await this.api.ask(assessmentRoutes.editSetting, { body: said });
    });
    if (!saved || !fresh) return;
    form.reset(fresh);
    this.setting.set(fresh);
    this.toasts.say('The lines are moved. Every list counts by them from now on.');
  }
}
