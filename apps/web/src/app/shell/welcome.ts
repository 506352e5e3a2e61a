import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Empty } from '@followthrough/ui';
import { Me } from '../session/me';

/** Where visitors arrive. They see what a locality has published for them, and nothing else. */
@Component({
  selector: 'ft-welcome',
  imports: [Empty],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `<h1>Welcome to {{ me.locality()?.name }}</h1><ft-empty heading="Nothing is published for visitors yet">You are here as a visitor, so you see the case studies that this locality publishes. There are none so far; whoever invited you can tell you more.</ft-empty>`,
})
export class Welcome {
  protected readonly me = inject(Me);
}
