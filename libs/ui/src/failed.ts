import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Button } from './button';

/** What could not be shown, why, and the way to try again. */
@Component({
  selector: 'ft-failed',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-notice ft-notice--refused', role: 'alert' },
  template: `
    <p><b>{{ title() }}</b></p>
    @if (mayRetry()) { <p><button type="button" ftButton (click)="retry.emit()">Try again</button></p> }
    @if (reference()) { <p class="ft-muted">If it goes on, give this reference: {{ reference() }}</p> }
  `,
})
export class Failed {
  readonly title = input.required<string>();
  readonly reference = input<string>();
  readonly mayRetry = input(true);
  readonly retry = output<void>();
}
