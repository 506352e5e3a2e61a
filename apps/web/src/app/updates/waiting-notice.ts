import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { WaitingUpdates } from './waiting-updates';

/** What is reported on this device and not yet at the server, on every screen. */
@Component({
  selector: 'ft-waiting-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (says(); as sentence) { <p class="ft-unsent" role="status">{{ sentence }}</p> }`,
})
export class WaitingNotice {
  private readonly waiting = inject(WaitingUpdates);
  protected readonly says = computed(() => {
    const refs = this.waiting.all().map((one) => one.ref);
    if (refs.length === 0) return '';
    const names = refs.length > 3 ? `${refs.length} reports` : `Your report${refs.length > 1 ? 's' : ''} on ${refs.join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
    return `${names} ${refs.length > 1 ? 'wait' : 'waits'} on this device and will be sent when there is a connection. You can go on.`;
  });
}
