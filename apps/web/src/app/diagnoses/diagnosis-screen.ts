import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Card, Failed, Skeleton } from '@followthrough/ui';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { AgreedCard } from './agreed-card';
import { CausesCard } from './causes-card';
import { DiagnosisStore } from './diagnosis-store';
import { SymptomCard } from './symptom-card';
import { WhysCard } from './whys-card';

/** Why a finding is as it is: what people see, the chain of whys, its causes, and the root that was agreed. */
@Component({
  selector: 'ft-diagnosis-screen',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Failed, Skeleton, AgreedCard, CausesCard, SymptomCard, WhysCard],
  providers: [DiagnosisStore, Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './diagnosis-screen.html',
})
export class DiagnosisScreen {
  protected readonly here = inject(Here);
  protected readonly store = inject(DiagnosisStore);
  protected readonly moment = inject(Moment);
  private readonly me = inject(Me);
  protected readonly words = words;
  readonly id = input.required<string>();
  protected readonly mayKeep = computed(() => this.me.may('diagnosis.keep') && !this.moment.isPast());

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => this.store.id.set(id));
    });
    effect(() => this.moment.of.set(this.store.asAt()));
    effect(() => {
      const ref = this.store.page()?.finding.ref;
      if (ref) title.say(`Diagnosis of finding ${ref}`);
    });
  }
}
