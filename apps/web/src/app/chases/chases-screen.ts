import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { chaseRoutes, UPDATE_EVERY } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Notice, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { type Refused, refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { Here } from '../session/here';

const spans = [7, 14, 28, 42, 91] as const;

/** Who owes an update, and one mail to each: once a day at most, whoever sends it. */
@Component({
  selector: 'ft-chases',
  imports: [RouterLink, Button, Card, Empty, Failed, Notice, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './chases-screen.html',
})
export class ChasesScreen {
  /** From the address: days without an update. */
  readonly days = input<string>();
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly spans = spans;
  protected readonly wanted = computed(() => spans.find((one) => String(one) === this.days()) ?? UPDATE_EVERY);
  protected readonly list = screen(chaseRoutes.list, () => ({ query: { days: this.wanted() } }), { keep: true });
  protected readonly mailable = computed(() => (this.list.value()?.items ?? []).filter((one) => one.email && !one.chasedToday));
  protected readonly sending = signal(false);
  protected readonly refused = signal<Refused | undefined>(undefined);

  protected span(days: string): void {
    void this.router.navigate([], { queryParams: { days } });
  }

  protected async send(personIds?: string[]): Promise<void> {
    this.sending.set(true);
    this.refused.set(undefined);
    try {
      const { sent, alreadyToday } = await this.api.ask(chaseRoutes.send, { body: { days: this.wanted(), ...(personIds ? { personIds } : {}) } });
      this.toasts.say(sent > 0 ? `${sent} ${sent === 1 ? 'mail' : 'mails'} sent.` : alreadyToday > 0 ? 'They were mailed today already.' : 'There was nobody to mail.');
      this.list.reload();
    } catch (thrown) {
      this.refused.set(refusedBy(thrown));
    } finally {
      this.sending.set(false);
    }
  }
}
