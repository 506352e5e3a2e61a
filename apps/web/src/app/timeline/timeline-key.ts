import { ChangeDetectionStrategy, Component } from '@angular/core';

/** What the shapes of the timeline mean. */
@Component({
  selector: 'ft-timeline-key',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="ft-legend ft-time-key">
      <li><svg viewBox="0 0 40 18" aria-hidden="true"><rect class="ft-time__bar" x="2" y="1" width="36" height="11" rx="3" /><path class="ft-time__ghost" d="M2 16h24m0-3v6" /></svg>start to due, and as planned</li>
      <li><svg viewBox="0 0 40 18" aria-hidden="true"><path class="ft-time__late" d="M2 9h36" /></svg>late so far</li>
      <li><svg viewBox="0 0 40 18" aria-hidden="true"><rect class="ft-time__bar ft-time__bar--open" x="6" y="3" width="30" height="12" rx="3" /></svg>start or end not known</li>
      <li><svg viewBox="0 0 58 18" aria-hidden="true"><path class="ft-time__milestone ft-time__milestone--to_come" d="M9 1l8 8-8 8-8-8z" /><path class="ft-time__milestone ft-time__milestone--done" d="M29 1l8 8-8 8-8-8z" /><path class="ft-time__milestone ft-time__milestone--late" d="M49 1l8 8-8 8-8-8z" /><path class="ft-time__mark" d="M49 5v4.5m0 2v1.6" /></svg>milestone: to come, done, late</li>
      <li><svg viewBox="0 0 40 18" aria-hidden="true"><g class="ft-time__way"><path class="ft-time__thread" d="M2 9h28" /><path class="ft-time__tip" d="M37 9l-7-4.5v9z" /></g></svg>has to be done first</li>
      <li><svg viewBox="0 0 40 18" aria-hidden="true"><g class="ft-time__way ft-time__way--enables"><path class="ft-time__thread" d="M2 9h28" /><path class="ft-time__tip" d="M37 9l-7-4.5v9z" /></g></svg>opens the way</li>
      <li><svg viewBox="0 0 40 18" aria-hidden="true"><g class="ft-time__way ft-time__way--critical"><path class="ft-time__thread" d="M2 9h28" /><path class="ft-time__tip" d="M37 9l-7-4.5v9z" /></g></svg>critical chain</li>
    </ul>
  `,
})
export class TimelineKey {}
