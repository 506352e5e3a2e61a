import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { codeSaid } from '@followthrough/domain';
import { Button, Card } from '@followthrough/ui';

/** For who reads the code on the wall and types it. */
@Component({
  selector: 'ft-code',
  imports: [Button, Card],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page ft-alone' },
  template: `
    <ft-card>
      <h1>Join a summit</h1>
      <form novalidate (submit)="$event.preventDefault(); go()">
        <div class="ft-field" [class.ft-field--refused]="refused()">
          <label class="nhsuk-label" for="code">The code on the wall</label>
          <div class="nhsuk-hint" id="code-hint">Eight letters and figures, such as BCDF-2345</div>
          @if (refused()) { <span class="nhsuk-error-message" id="code-refusal">{{ refused() }}</span> }
          <input #box class="nhsuk-input ft-code" id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" [attr.aria-describedby]="refused() ? 'code-hint code-refusal' : 'code-hint'" [value]="typed()" (input)="typed.set(box.value)" />
        </div>
        <button type="submit" ftButton="primary" class="ft-full">Join</button>
      </form>
    </ft-card>
  `,
})
export class CodeScreen {
  protected readonly typed = signal('');
  protected readonly refused = signal('');
  private readonly router = inject(Router);

  protected go(): void {
    const code = codeSaid(this.typed());
    this.refused.set(/^[A-Z0-9]{8}$/.test(code) ? '' : 'A code has eight letters and figures');
    if (!this.refused()) void this.router.navigate(['/join', code]);
  }
}
