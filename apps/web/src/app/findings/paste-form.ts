import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type Criterion, type FindingKind, findingRoutes, type Force, type ListedFinding } from '@followthrough/contracts';
import { type PastedFinding, pastedProblems, readFindings } from '@followthrough/domain';
import { Button, Changed, Notice } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { choicesOf, words } from '../words';
import { type About, PastedAbout } from './pasted-about';

type Row = PastedFinding & { readonly leftOut: boolean };

/** A list copied from Word, Excel or a mail: shows what would be made of it, with what stands in its way, and saves it in one go. */
@Component({
  selector: 'ft-paste-form',
  imports: [Button, Notice, PastedAbout, Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './paste-form.html',
})
export class PasteForm {
  readonly review = input.required<string>();
  readonly refs = input.required<readonly string[]>();
  /** Of the review's framework. */
  readonly criteria = input.required<readonly Criterion[]>();
  /** How many were added. */
  readonly done = output<number>();
  private readonly api = inject(Api);
  protected readonly kinds = choicesOf(words.findingKind);
  protected readonly forces = choicesOf(words.force);
  protected readonly kindOf = (chosen: string) => chosen as FindingKind;
  protected readonly forceOf = (chosen: string) => chosen as Force;
  protected readonly text = signal('');
  /** What was read, with what has been mended since; another text begins anew. */
  protected readonly rows = linkedSignal<string, readonly Row[]>({ source: this.text, computation: (text) => readFindings(text, this.refs(), this.criteria()).map((one) => ({ ...one, leftOut: false })) });
  protected readonly wanted = computed(() => this.rows().filter((row) => !row.leftOut));
  private readonly problems = computed(() => new Map(pastedProblems(this.wanted(), this.refs()).map((problem, at) => [this.wanted()[at], problem])));
  protected readonly wrong = computed(() => [...this.problems().values()].filter(Boolean).length);
  protected readonly problemOf = (row: Row): string => this.problems().get(row) ?? '';
  /** What every row that stays is about: added here it is added to all, taken off here it is taken off all. */
  protected readonly shared = computed<About>(() => ({ criterionIds: sharedBy(this.wanted().map((row) => row.criterionIds)), themes: sharedBy(this.wanted().map((row) => row.themes)) }));
  protected readonly refused = signal('');
  protected readonly sending = signal(false);

  protected mend(at: number, change: Partial<Row>): void {
    this.rows.update((rows) => rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  }

  protected mendAll(about: About): void {
    const before = this.shared();
    const mended = (own: readonly string[], was: readonly string[], is: readonly string[]): string[] => [...new Set([...own.filter((one) => !was.includes(one) || is.includes(one)), ...is])];
    this.rows.update((rows) => rows.map((row) => (row.leftOut ? row : { ...row, criterionIds: mended(row.criterionIds, before.criterionIds, about.criterionIds), themes: mended(row.themes, before.themes, about.themes) })));
  }

  protected about({ criterionIds, themes }: About): Partial<Row> {
    return { criterionIds: [...criterionIds], themes: [...themes] };
  }

  protected async save(): Promise<void> {
    const findings: ListedFinding[] = this.wanted().map(({ leftOut: _, unknownCriteria: _unknown, ...row }) => row);
    if (findings.length === 0 || this.wrong() > 0) return;
    this.sending.set(true);
    this.refused.set('');
    try {
      this.done.emit((await this.api.ask(findingRoutes.addSeveral, { body: { reviewId: this.review(), findings } })).added);
    } catch (thrown) {
      this.refused.set(refusedBy(thrown).sentence);
    } finally {
      this.sending.set(false);
    }
  }
}

/** What is in each of the lists, in the order of the first. */
const sharedBy = ([first = [], ...rest]: readonly (readonly string[])[]): readonly string[] => first.filter((one) => rest.every((list) => list.includes(one)));
