import { ChangeDetectionStrategy, Component } from '@angular/core';
import { mailRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, UkTime } from '@followthrough/ui';
import { screen } from '../api/screen';

/** Mails that a demo has nobody to send by: read them here, and follow their links. */
@Component({
  selector: 'ft-outbox-card',
  imports: [Button, Card, Empty, Failed, Skeleton, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Mail" sub="This is a demo: mail is shown here and goes nowhere.">
      <button deeds type="button" ftButton [small]="true" (click)="outbox.reload()">Look again</button>
      @if (outbox.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="outbox.reload()" />
      } @else if (outbox.value(); as mails) {
        @for (mail of mails.items; track mail.id) {
          <details class="ft-mail">
            <summary>{{ mail.subject }} <span class="ft-muted">to {{ mail.recipient }}, {{ mail.createdAt | ukTime }}</span></summary>
            @for (paragraph of paragraphs(mail.body); track $index) {
              <p>@if (paragraph.startsWith('http')) { <a class="ft-breaks" [href]="paragraph">{{ paragraph }}</a> } @else { {{ paragraph }} }</p>
            }
          </details>
        } @empty {
          <ft-empty heading="No mail yet">Invitations, password resets and reminders appear here.</ft-empty>
        }
      } @else {
        <ft-skeleton [lines]="3" />
      }
    </ft-card>
  `,
})
export class OutboxCard {
  protected readonly outbox = screen(mailRoutes.outbox);

  protected paragraphs(body: string | null): readonly string[] {
    return body === null ? ['Sent: its words are gone.'] : body.trim().split('\n\n');
  }
}
