import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type MeasurePage, measureRoutes } from '@followthrough/contracts';
import { MOST_PASTED, readPoints } from '@followthrough/domain';
import { Button, Notice, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { Figure } from './figures';
import { countedIn } from './points';

/** Two columns copied from a spreadsheet. What can be read is added; lines that cannot stay in the box, each with what is wrong. */
@Component({
  selector: 'ft-paste-points',
  imports: [Button, Notice, UkDate, Figure],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'left.emit()' },
  template: `
    <form novalidate (submit)="$event.preventDefault(); save()">
      @if (refused(); as says) { <ft-notice kind="refused">{{ says }}</ft-notice> }
      <div class="ft-field">
        <label class="nhsuk-label" for="pasted-points">Dates and figures</label>
        <div class="nhsuk-hint" id="pasted-points-hint">Two columns from your spreadsheet: a date such as 30/09/2026 or Sep 2026, and a figure. A month stands for its last day.</div>
        <textarea #box class="nhsuk-textarea" id="pasted-points" rows="8" aria-describedby="pasted-points-hint" [value]="text()" (input)="text.set(box.value)"></textarea>
      </div>
      @if (lines().length > 0) {
        <p role="status"><b>{{ says() }}</b></p>
        @if (wrong().length > 0) {
          <ul class="ft-measure__wrong" aria-label="Lines to mend">@for (one of wrong(); track one.line) { <li><b>Line {{ one.line }}.</b> {{ one.problem }}</li> }</ul>
        }
        @if (wanted().length > 0) {
          <details class="ft-details">
            <summary>What was read</summary>
            <table class="ft-table">
              <caption class="nhsuk-u-visually-hidden">What was read</caption>
              <thead><tr><th scope="col">Date</th><th scope="col" class="ft-number">Figure</th></tr></thead>
              <tbody>@for (one of wanted(); track one.line) { <tr><th scope="row">{{ one.onDay | ukDate }}</th><td class="ft-number">{{ one.value | figure: measure().unit }}</td></tr> }</tbody>
            </table>
          </details>
        }
      }
      <div class="ft-row">
        <button type="submit" ftButton="primary" [small]="true" [disabled]="sending() || wanted().length === 0 || wanted().length > most">{{ wanted().length === 1 ? 'Add the figure' : 'Add ' + (wanted().length || 'the') + ' figures' }}</button>
        <button type="button" ftButton [small]="true" (click)="left.emit()">{{ added() ? 'Done' : 'Cancel' }}</button>
      </div>
    </form>
  `,
})
export class PastePoints {
  readonly measure = input.required<MeasurePage>();
  readonly changed = output<MeasurePage>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly most = MOST_PASTED;
  protected readonly text = signal('');
  protected readonly refused = signal('');
  protected readonly sending = signal(false);
  protected readonly added = signal(false);
  protected readonly lines = computed(() => readPoints(this.text(), countedIn(this.measure())));
  protected readonly wrong = computed(() => this.lines().filter((one) => one.problem));
  protected readonly wanted = computed(() => this.lines().filter((one) => !one.problem && !one.isKnown));
  protected readonly says = computed(() => {
    const [many, wrong, known] = [this.wanted().length, this.wrong().length, this.lines().filter((one) => one.isKnown).length];
    return [
      many > this.most ? `${many} figures: add at most ${this.most.toLocaleString('en-GB')} at once.` : many === 1 ? 'One figure can be added.' : many > 1 ? `${many} figures can be added.` : '',
      wrong === 1 ? 'One line needs mending.' : wrong > 1 ? `${wrong} lines need mending.` : '',
      known === 1 ? 'One is there already.' : known > 1 ? `${known} are there already.` : '',
    ].filter(Boolean).join(' ');
  });

  protected async save(): Promise<void> {
    const [wanted, wrong] = [this.wanted(), this.wrong()];
    if (wanted.length === 0) return;
    this.sending.set(true);
    this.refused.set('');
    try {
      const points = wanted.map(({ onDay, value }) => ({ onDay: onDay ?? '', value: value ?? 0 }));
      this.changed.emit(await this.api.ask(measureRoutes.addPoints, { params: { id: this.measure().id }, body: { points } }));
      this.added.set(true);
      this.text.set(wrong.map((one) => one.text).join('\n'));
      this.toasts.say(wanted.length === 1 ? 'One figure added.' : `${wanted.length} figures added.`);
      if (wrong.length === 0) this.left.emit();
    } catch (thrown) {
      this.refused.set(refusedBy(thrown).sentence);
    } finally {
      this.sending.set(false);
    }
  }
}
