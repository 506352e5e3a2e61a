import { ChangeDetectionStrategy, Component, computed, effect, inject, Injector, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type DiagnosisRound, PartnerView, pick, type RoundPage, type RoundPartner } from '@followthrough/contracts';
import { Button, Card, Mark, Notice, ProseField, Toasts, UkDate } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { refusedBy } from '../api/refused';
import { RoundStore } from './round-store';
import { ViewWords } from './view-words';

const Words = pick(PartnerView, 'symptom', 'why', 'cause');
type Words = InstanceType<typeof Words>;

/** The view of my own organisation: written by any of its people, until the reveal. */
@Component({
  selector: 'ft-my-view',
  imports: [FormField, Button, Card, FormFrame, Mark, Notice, ProseField, UkDate, ViewWords],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card [heading]="'Your view, for ' + partner().name" [tone]="partner().hasWritten ? '' : 'accent'">
      @if (page().mayWrite && !form()) { <button deeds type="button" ftButton [small]="true" id="edit-view" (click)="open()">Edit<span class="nhsuk-u-visually-hidden"> our view</span></button> }
      @if (!page().mayWrite) {
        <ft-notice>{{ partner().hasWritten ? 'Your organisation wrote its view before you came. You see it when all are revealed.' : 'You came to this organisation after the round was opened. A colleague who was there before writes its view.' }}</ft-notice>
      } @else {
        <p class="ft-round__unseen"><ft-mark shape="square" /> Only people of {{ partner().name }} see this, and may change it, until all views are revealed: on the day after {{ round().closesOn | ukDate }}, or before that by hand.</p>
        @if (form(); as form) {
          <ft-form [form]="form" says="Save our view" [narrow]="false" [mayLeave]="partner().hasWritten" (send)="save(form)" (leave)="close()">
            @if (!partner().hasWritten && before()) { <ft-notice>Your words from the round that was cancelled are filled in. They are not saved in this round until you save them.</ft-notice> }
            <ft-prose-field [formField]="form.tree.symptom" [rows]="3" />
            <ft-prose-field [formField]="form.tree.why" [rows]="4" />
            <ft-prose-field [formField]="form.tree.cause" [rows]="2" />
          </ft-form>
        } @else if (partner().view; as view) { <ft-view-words [view]="view" /> }
      }
    </ft-card>
  `,
})
export class MyView {
  readonly page = input.required<RoundPage>();
  readonly round = input.required<DiagnosisRound>();
  readonly partner = input.required<RoundPartner>();
  private readonly store = inject(RoundStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly form = signal<ContractForm<Words> | undefined>(undefined);
  /** What the organisation wrote in a round that was cancelled: it need not be typed again. */
  protected readonly before = computed(() => this.page().cancelled.find((one) => one.view)?.view);
  private readonly awaits = computed(() => this.page().mayWrite && !this.partner().hasWritten);
  /** The version that the form was made from; after a clash, the one that was looked at. */
  private version: number | null = null;

  constructor() {
    // With nothing written yet, the form is there at once.
    effect(() => {
      if (this.awaits()) untracked(() => this.open());
    });
  }

  protected open(): void {
    const { view } = this.partner();
    this.version = view?.version ?? null;
    this.form.set(new ContractForm(Words, view ?? this.before() ?? {}, { injector: this.injector, draft: `round.${this.round().id}.view` }));
  }

  protected close(): void {
    this.form.set(undefined);
    setTimeout(() => document.getElementById('edit-view')?.focus());
  }

  protected async save(form: ContractForm<Words>): Promise<void> {
    const saved = await form.submit((said) =>
      this.store.write({ ...said, version: this.version }).catch((thrown: unknown) => {
        this.version = refusedBy(thrown).problem.conflict?.version ?? this.version;
        throw thrown;
      }),
    );
    if (!saved) return;
    this.toasts.say('Your view is saved.');
    this.close();
  }
}
