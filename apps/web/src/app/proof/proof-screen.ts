import { ChangeDetectionStrategy, Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { type ProofOf, proofsOf } from '@followthrough/contracts';
import { CapacityViews } from '../capacity/public';
import { PageTitle } from '../shell/page-title';
import { ProofCard } from './proof-card';

/** The proof of one team or organisation, or of somebody, at an address of its own. */
@Component({
  selector: 'ft-proof-screen',
  imports: [CapacityViews, ProofCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head">
      <div>
        <h1>{{ name() }}</h1>
        <p>Whether the work fits into the days that can be given.</p>
      </div>
    </div>
    <ft-capacity-views />
    <ft-proof [of]="whose()" [id]="id()" />
  `,
})
export class ProofScreen {
  /** From the address. */
  readonly of = input.required<string>();
  readonly id = input.required<string>();
  protected readonly whose = computed<ProofOf>(() => proofsOf.find((one) => one === this.of()) ?? 'organisation');
  private readonly card = viewChild(ProofCard);
  protected readonly name = computed(() => this.card()?.proof.value()?.name ?? 'Does it fit?');

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.name() === 'Does it fit?' ? this.name() : `Does it fit? ${this.name()}`));
  }
}
