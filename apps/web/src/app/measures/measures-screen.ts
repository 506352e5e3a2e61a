import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { checkQuery, type MeasureItem, type MeasurePage, MeasureQuery, measureRoutes, pastRegisterRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { choicesOf, words } from '../words';
import { Figure } from './figures';
import { MeasureForm } from './measure-form';
import { Verdicts } from './verdicts';

const FILTERS = ['action', 'finding', 'variation', 'assurance', 'tooFew', 'retired'] as const;

/** What is counted to see whether anything changes for people: where each measure stands, or stood at a moment, and what its figures say. */
@Component({
  selector: 'ft-measures',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Skeleton, UkDate, Figure, MeasureForm, Verdicts],
  providers: [Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './measures-screen.html',
})
export class MeasuresScreen {
  /** From the address, like the filters below. */
  readonly open = input<string>();
  readonly action = input<string>();
  readonly finding = input<string>();
  readonly variation = input<string>();
  readonly assurance = input<string>();
  readonly tooFew = input<string>();
  readonly retired = input<string>();
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  private readonly me = inject(Me);
  private readonly router = inject(Router);
  protected readonly words = words;
  protected readonly variations = choicesOf(words.variation);
  protected readonly assurances = choicesOf(words.assurance);
  /** What the address cannot mean is left out, so an old link still opens. */
  protected readonly query = computed<MeasureQuery>(() => {
    const each = FILTERS.map((key) => [key, this[key]()] as const).filter(([key, value]) => value && checkQuery(MeasureQuery, { [key]: value }).value);
    return { ...checkQuery(MeasureQuery, Object.fromEntries(each)).value };
  });
  private readonly now = screen(measureRoutes.list, () => (this.moment.isPast() ? undefined : { query: this.query() }), { keep: true });
  private readonly then = screen(pastRegisterRoutes.measures, () => {
    const at = this.moment.at();
    return at === null ? undefined : { query: { ...this.query(), at } };
  }, { keep: true });
  protected readonly list = computed(() => (this.moment.isPast() ? this.then : this.now));
  protected readonly past = computed(() => (this.moment.isPast() ? this.then.value() : undefined));
  protected readonly isNarrowed = computed(() => Object.keys(this.query()).some((key) => key !== 'retired'));
  protected readonly mayKeep = computed(() => !this.moment.isPast() && this.me.may('measure.keep'));
  /** A new measure belongs to the action or finding that somebody came from. */
  protected readonly of = computed(() => ({ ...(this.query().action ? { actionIds: [this.query().action ?? ''] } : {}), ...(this.query().finding ? { findingIds: [this.query().finding ?? ''] } : {}) }));
  protected readonly says = computed(() => {
    const seen = this.list().value();
    if (!seen || seen.total === 0) return '';
    const found = `${seen.items.length} ${seen.items.length === 1 ? 'measure' : 'measures'}`;
    const worse = seen.items.filter((one) => one.variation === 'concern').length;
    return `${found}${this.isNarrowed() ? ' shown' : ''}${worse > 0 ? `; ${worse} of concern` : ''}`;
  });

  constructor() {
    effect(() => this.moment.of.set(this.past()?.asAt));
  }

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  protected showAll(): void {
    this.show(Object.fromEntries(FILTERS.map((key) => [key, null])));
  }

  protected added(measure: MeasurePage | null): void {
    if (measure) void this.router.navigate(['/', this.here.slug(), 'measures', measure.id]);
    else {
      this.show({ open: null });
      setTimeout(() => document.getElementById('add-measure')?.focus());
    }
  }

  protected belongs({ actions, findings }: MeasureItem): string {
    const said = [[actions, 'action'], [findings, 'finding']] as const;
    return said.filter(([many]) => many > 0).map(([many, what]) => `${many} ${what}${many === 1 ? '' : 's'}`).join(', ') || 'Nothing yet';
  }
}
