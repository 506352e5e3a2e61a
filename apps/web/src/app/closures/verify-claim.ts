import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { type ClosurePage, closureRoutes } from '@followthrough/contracts';
import { Button, Failed, Notice, Skeleton, Toasts } from '@followthrough/ui';
import { screen } from '../api/screen';
import { ClosingForm } from './closing-form';
import { EvidenceList } from './evidence-list';

/** Verifies a claim where it is listed: the evidence unfolds, then it is accepted or returned. */
@Component({
  selector: 'ft-verify-claim',
  imports: [Button, ClosingForm, EvidenceList, Failed, Notice, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-verify' },
  template: `
    <button type="button" ftButton [small]="true" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">{{ isOpen() ? 'Close' : 'Verify' }}<span class="nhsuk-u-visually-hidden"> {{ ref() }}</span></button>
    @if (isOpen()) {
      <div class="ft-verify__in">
        @if (page.refused(); as refused) {
          <ft-failed [title]="refused.message" (retry)="page.reload()" />
        } @else if (page.value(); as one) {
          @if (one.answersMust && !one.hasSecondLine) { <ft-notice kind="warned">It answers a finding that says must, and evidence of the second line or the third is missing: it cannot be accepted yet.</ft-notice> }
          @if (one.worse.length > 0) { <ft-notice kind="warned">Worse than at the baseline: {{ one.worse.join(', ') }}. Until that is better it cannot be accepted.</ft-notice> }
          <ft-evidence-list [items]="one.evidence" />
          @if (deed(); as chosen) {
            <ft-closing-form [deed]="chosen" [id]="actionId()" (done)="done($event)" (left)="deed.set(undefined)" />
          } @else {
            <p class="ft-row"><button type="button" ftButton="primary" [small]="true" (click)="deed.set('accept')">Accept<span class="nhsuk-u-visually-hidden"> {{ ref() }}</span></button> <button type="button" ftButton [small]="true" (click)="deed.set('turnBack')">Return<span class="nhsuk-u-visually-hidden"> {{ ref() }}</span></button></p>
          }
        } @else { <ft-skeleton [lines]="4" /> }
      </div>
    }
  `,
})
export class VerifyClaim {
  readonly actionId = input.required<string>();
  readonly ref = input.required<string>();
  readonly verified = output();
  private readonly toasts = inject(Toasts);
  protected readonly isOpen = signal(false);
  protected readonly deed = signal<'accept' | 'turnBack' | undefined>(undefined);
  protected readonly page = screen(closureRoutes.show, () => (this.isOpen() ? { params: { id: this.actionId() } } : undefined));

  protected done({ ref, state }: ClosurePage): void {
    this.toasts.say(state === 'accepted' ? `${ref} accepted. It is looked at again in three months and in six.` : `${ref} returned to its owner.`);
    this.verified.emit();
  }
}
