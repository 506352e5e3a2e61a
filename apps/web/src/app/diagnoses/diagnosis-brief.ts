import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FindingPage } from '@followthrough/contracts';
import { Button, Card, Mark, UkDate } from '@followthrough/ui';
import { Moment } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** What the finding page says of the diagnosis, and the way to it. */
@Component({
  selector: 'ft-diagnosis-brief',
  imports: [RouterLink, Button, Card, Mark, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Why it is so">
      @if (finding().diagnosis) { <a deeds ftButton [small]="true" [routerLink]="['/', here.slug(), 'findings', finding().id, 'diagnosis']" [queryParams]="moment.query()">Open the diagnosis</a> }
      @if (finding().diagnosis; as one) {
        <p class="ft-row">
          @if (one.state === 'agreed') { <span class="ft-tag ft-tag--agreed"><ft-mark shape="tick" /> Agreed {{ one.agreedOn | ukDate }}</span> } @else { <span class="ft-tag"><ft-mark shape="circle" /> Not agreed yet</span> }
          @if (one.deepRooted) { <span class="ft-tag">Deep-rooted</span> }
        </p>
        <dl class="ft-finding-facts">
          <dt>What people see</dt><dd class="ft-prose">{{ one.symptom }}</dd>
          <dt>{{ one.rootCause ? 'Root cause' : 'Causes' }}</dt>
          <dd>@if (one.rootCause) { {{ one.rootCause }} } @else { {{ one.causes.join('; ') || 'None named yet' }} }<span class="ft-muted"> · {{ one.whys === 0 ? 'no why asked yet' : one.whys === 1 ? 'after one why' : 'after ' + one.whys + ' whys' }}</span></dd>
          @if (one.agreedText) { <dt>What is wrong, and why</dt><dd class="ft-prose">{{ one.agreedText }}</dd> }
        </dl>
      } @else {
        <p class="ft-muted">{{ moment.isPast() ? 'Nobody had asked by then why it was so.' : 'Nobody has asked yet why it is so.' }}@if (mayBegin()) { Actions that begin with the symptom often end with it. }</p>
        @if (mayBegin()) { <a ftButton [routerLink]="['/', here.slug(), 'findings', finding().id, 'diagnosis']">Begin the diagnosis</a> }
      }
    </ft-card>
  `,
})
export class DiagnosisBrief {
  readonly finding = input.required<Pick<FindingPage, 'id' | 'diagnosis'>>();
  private readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  protected readonly mayBegin = computed(() => this.me.may('diagnosis.keep') && !this.moment.isPast());
}
