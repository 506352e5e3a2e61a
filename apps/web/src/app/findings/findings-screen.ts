import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type FindingPage, FindingQuery, checkQuery } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Notice, Skeleton } from '@followthrough/ui';
import { AsAtBanner, AsAtChooser, Moment } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { choicesOf, words } from '../words';
import { CriterionGrid } from './criterion-grid';
import { FindingForm } from './finding-form';
import { FindingStore } from './finding-store';
import { FindingTags } from './finding-tags';
import { GapsCard } from './gaps-card';
import { JointStateTag } from './joint-state';

/** What the reviews said, worst first; those that nothing answers are one click away. As at a moment that has been, the same with nothing to add. */
@Component({
  selector: 'ft-findings',
  imports: [RouterLink, AsAtBanner, AsAtChooser, Button, Card, Empty, Failed, Notice, Skeleton, CriterionGrid, FindingForm, FindingTags, GapsCard, JointStateTag],
  providers: [FindingStore, Moment],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './findings-screen.html',
})
export class FindingsScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly store = inject(FindingStore);
  protected readonly moment = inject(Moment);
  private readonly router = inject(Router);
  protected readonly words = words;
  protected readonly kinds = choicesOf(words.findingKind);
  protected readonly forces = choicesOf(words.force);

  readonly review = input<string>();
  readonly kind = input<string>();
  readonly force = input<string>();
  readonly criterion = input<string>();
  readonly theme = input<string>();
  readonly unanswered = input<string>();
  readonly quickWinsOnly = input<string>();
  readonly unconfirmed = input<string>();
  readonly open = input<string>();

  protected readonly mayKeep = computed(() => this.me.may('finding.keep') && !this.moment.isPast());
  /** The address as a question; what it cannot mean is left out, so an old link still opens. */
  protected readonly query = computed<FindingQuery>(() => {
    const said = { review: this.review(), kind: this.kind(), force: this.force(), criterion: this.criterion(), theme: this.theme(), unanswered: this.unanswered(), quickWinsOnly: this.quickWinsOnly(), unconfirmed: this.unconfirmed() };
    const each = Object.entries(said).filter(([key, value]) => value && checkQuery(FindingQuery, { [key]: value }).value);
    return { ...checkQuery(FindingQuery, Object.fromEntries(each)).value };
  });
  protected readonly isNarrowed = computed(() => Object.keys(this.query()).length > 0);
  protected readonly choices = computed(() => this.store.first()?.choices ?? null);
  protected readonly says = computed(() => {
    const list = this.store.first();
    if (!list || list.total === null || this.moment.isBefore()) return '';
    const found = `${list.total} ${list.total === 1 ? 'finding' : 'findings'}`;
    const agreed = list.agreed && list.agreed.findings > 0 ? `; diagnosis agreed for ${list.agreed.agreed} of ${list.agreed.findings} that ask for change` : '';
    return this.isNarrowed() ? `${found} shown, worst first${agreed}` : `${found}, worst first${agreed}`;
  });

  constructor() {
    effect(() => this.store.ask(this.query(), this.moment.at()));
    effect(() => this.moment.of.set(this.store.asAt()));
  }

  protected show(state: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: state, queryParamsHandling: 'merge' });
  }

  protected showAll(): void {
    this.show({ review: null, kind: null, force: null, criterion: null, theme: null, unanswered: null, quickWinsOnly: null, unconfirmed: null });
  }

  protected added(finding: FindingPage | null): void {
    if (finding) void this.router.navigate(['/', this.here.slug(), 'findings', finding.id]);
    else this.show({ open: null });
  }
}
