import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CalibrationItem, type CommitmentLinesShown, type CommitmentSign, commitmentSigns, promiseRoutes, type Verdict, verdicts } from '@followthrough/contracts';
import { calibrationSays } from '@followthrough/domain';
import { Card, Empty, Failed, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { LinesForm } from './lines-form';
import { VerdictTag } from './verdict-tag';

/** What every organisation promised, and the signs of whether it keeps it: side by side, and never one figure. */
@Component({
  selector: 'ft-promises',
  imports: [RouterLink, Card, Empty, Failed, Skeleton, CapacityViews, LinesForm, VerdictTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './promises-screen.html',
})
export class PromisesScreen {
  protected readonly here = inject(Here);
  private readonly me = inject(Me);
  protected readonly words = words;
  protected readonly signs: readonly CommitmentSign[] = commitmentSigns;
  protected readonly page = screen(promiseRoutes.page);
  protected readonly mayKeepLines = computed(() => this.me.may('locality.keep'));
  protected readonly counts = computed(() => verdicts.map((verdict) => ({ verdict, many: this.page.value()?.items.filter((one) => one.verdict === verdict).length ?? 0 })));
  protected readonly calibrated = computed(() => (this.page.value()?.items ?? []).flatMap(({ calibration, ...one }) => (calibration ? [{ ...one, calibration }] : [])).sort((a, b) => b.calibration.percent - a.calibration.percent));

  protected says(one: CalibrationItem): string {
    return calibrationSays(one);
  }

  protected heading(verdict: Verdict): string {
    return words.kept[verdict];
  }

  /** Other lines judge anew. */
  protected drawn(_: CommitmentLinesShown): void {
    this.page.reload();
  }
}
