import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { PartBand, ScoreBand, Scoring, ScoringMethod } from '@followthrough/contracts';
import { wholePercent } from '@followthrough/domain';
import { Button, Changed } from '@followthrough/ui';
import { BandsEditor } from './bands-editor';
import { changedAt, freeCode, shownNumber, toNumber, withoutAt } from './rows';

/** The scale, and the ways from scores to a band. */
@Component({
  selector: 'ft-scoring-editor',
  imports: [Button, BandsEditor, Changed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scoring-editor.html',
})
export class ScoringEditor {
  readonly value = model.required<Scoring | null>();
  readonly refusals = input.required<ReadonlyMap<string, string>>();
  protected readonly shownNumber = shownNumber;
  protected readonly toNumber = toNumber;
  private readonly scores = computed(() => (this.value()?.levels ?? []).map((one) => one.score).filter((score) => !Number.isNaN(score)));
  /** The lowest whole per cent that there can be: where the first band begins. */
  protected readonly lowest = computed(() => (this.scores().length > 0 && Math.max(...this.scores()) > 0 ? wholePercent(Math.min(...this.scores()), Math.max(...this.scores())) : 0));
  protected readonly asCounts = computed(() => this.scores().map(String));

  protected turn(on: boolean): void {
    const bands: ScoreBand[] = [{ from: 25, to: 62, word: 'Not there yet' }, { from: 63, to: 100, word: 'Good' }];
    this.value.set(on ? { levels: [1, 2, 3, 4].map((score) => ({ score, says: '' })), methods: [{ code: 'method-1', title: 'One score for each criterion', source: 'Our own', parts: [], partBands: [], bands }] } : null);
  }

  protected level(at: number, change: Partial<Scoring['levels'][number]>): void {
    this.change(({ levels }) => ({ levels: changedAt(levels, at, change) }));
  }

  protected addLevel(): void {
    this.change(({ levels }) => ({ levels: [...levels, { score: Math.max(0, ...this.scores()) + 1, says: '' }] }));
  }

  protected removeLevel(at: number): void {
    this.change(({ levels }) => ({ levels: withoutAt(levels, at) }));
  }

  protected method(at: number, change: Partial<ScoringMethod>): void {
    this.change(({ methods }) => ({ methods: changedAt(methods, at, change) }));
  }

  protected addMethod(): void {
    this.change(({ methods }) => ({ methods: [...methods, { code: freeCode('method', methods), title: '', source: 'Our own', parts: [], partBands: [], bands: methods.at(-1)?.bands ?? [] }] }));
  }

  protected removeMethod(at: number): void {
    this.change(({ methods }) => ({ methods: withoutAt(methods, at) }));
  }

  /** A line each. With parts there must be bands that turn them into a score. */
  protected say(at: number, lines: string): void {
    const parts = lines.split('\n').map((one) => one.trim()).filter(Boolean);
    const before = this.value()?.methods[at]?.partBands ?? [];
    const [first] = this.scores();
    const partBands: PartBand[] = parts.length === 0 ? [] : before.length > 0 ? before : [{ from: this.lowest(), to: 100, counts: first ?? 0 }];
    this.method(at, { parts, partBands });
  }

  protected words = (bands: readonly ScoreBand[]) => bands.map(({ from, to, word }) => ({ from, to, says: word }));
  protected counts = (bands: readonly PartBand[]) => bands.map(({ from, to, counts }) => ({ from, to, says: String(counts) }));
  protected toWords = (bands: readonly { readonly from: number; readonly to: number; readonly says: string }[]): ScoreBand[] => bands.map(({ from, to, says }) => ({ from, to, word: says }));
  protected toCounts = (bands: readonly { readonly from: number; readonly to: number; readonly says: string }[]): PartBand[] => bands.map(({ from, to, says }) => ({ from, to, counts: toNumber(says) }));

  private change(what: (scoring: Scoring) => Partial<Scoring>): void {
    this.value.update((scoring) => scoring && { ...scoring, ...what(scoring) });
  }
}
