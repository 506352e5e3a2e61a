import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Assessment, ScoringMethod } from '@followthrough/contracts';

/** The bands side by side with the place of this result among them, and the same in words for those who don't see it. */
@Component({
  selector: 'ft-band-scale',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="ft-band">
      @if (assessment().band; as band) { <b>{{ band }}</b>&ngsp;<span>{{ assessment().percent }} %: {{ assessment().sum }} of {{ most() }} points</span> }
      @else { <b>Not all scored: {{ assessment().scored }} of {{ assessment().of }}</b>&ngsp;<span>There is a band when every criterion has its score.</span> }
    </p>
    <ul class="ft-bands" aria-label="Bands">
      @for (band of method().bands; track band.from) {
        <li [style.flex]="band.to - band.from + 1 + ' 1 0'" [class.ft-bands__here]="band.word === assessment().band" [attr.aria-current]="band.word === assessment().band ? 'true' : null">
          <span>{{ band.word }}</span>&ngsp;<span class="ft-muted">{{ band.from }} to {{ band.to }} %</span>
          @if (band.word === assessment().band) { <span class="ft-bands__mark" aria-hidden="true" [style.left.%]="place()">▲</span> }
        </li>
      }
    </ul>
  `,
})
export class BandScale {
  readonly assessment = input.required<Assessment>();
  readonly method = input.required<ScoringMethod>();
  /** The most points there are to get. */
  readonly most = input.required<number>();
  /** How far into its band the result lies, in per cent of the band's width. */
  protected readonly place = computed(() => {
    const { percent, band } = this.assessment();
    const at = this.method().bands.find((one) => one.word === band);
    return at && percent !== null ? (100 * (percent - at.from + 0.5)) / (at.to - at.from + 1) : 0;
  });
}
