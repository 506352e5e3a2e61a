import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The shape that goes with a colour, so that colour never stands alone. */
export type MarkShape = 'circle' | 'disc' | 'triangle' | 'square' | 'tick' | 'diamond';

@Component({
  selector: 'ft-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true', class: 'ft-mark' },
  template: `
    <svg viewBox="0 0 12 12" width="12" height="12" focusable="false">
      @switch (shape()) {
        @case ('circle') { <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="2" /> }
        @case ('disc') { <circle cx="6" cy="6" r="5.5" fill="currentColor" /> }
        @case ('triangle') { <path d="M6 0 12 12H0z" fill="currentColor" /> }
        @case ('square') { <path d="M0 0h12v12H0z" fill="currentColor" /> }
        @case ('tick') { <path d="M1 6l3.5 4L11 2" fill="none" stroke="currentColor" stroke-width="2.4" /> }
        @case ('diamond') { <path d="M6 0l6 6-6 6-6-6z" fill="currentColor" /> }
      }
    </svg>
  `,
})
export class Mark {
  readonly shape = input.required<MarkShape>();
}
