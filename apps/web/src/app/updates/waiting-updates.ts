import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { type NewUpdate, updateRoutes } from '@followthrough/contracts';
import { Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { Drafts } from '../api/drafts';
import { Outbox } from '../api/outbox';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** A report without an answer yet. */
export interface WaitingUpdate {
  /** The action. */
  readonly id: string;
  readonly ref: string;
  /** The deed's own: however often it is sent, it is written once. */
  readonly key: string;
  readonly said: NewUpdate;
  /** The form as it was, to go on with if the server will not have it. */
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Reports that were made without a connection wait on the device, each until the server has it, whatever screen is open. */
@Injectable({ providedIn: 'root' })
export class WaitingUpdates {
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly outbox = signal<Outbox<WaitingUpdate> | undefined>(undefined);
  readonly all = computed(() => this.outbox()?.waiting().map(({ deed }) => deed) ?? []);
  /** Goes up when one has arrived, or came back: lists of what is owed read themselves again. */
  readonly arrived = signal(0);

  constructor() {
    const [me, here] = [inject(Me), inject(Here)];
    effect((over) => {
      const [slug, person] = [here.slug(), me.personId()];
      if (!slug || !person) return;
      // Somebody else at the same browser never sends them.
      const outbox = untracked(() => new Outbox<WaitingUpdate>(`updates.${slug}.${person}`, (one) => this.deliver(slug, one), (one, says) => this.giveBack(one, says)));
      this.outbox.set(outbox);
      over(() => {
        outbox.stop();
        this.outbox.set(undefined);
      });
    });
  }

  put(one: WaitingUpdate): void {
    this.outbox()?.put(one.id, one);
  }

  of(id: string): WaitingUpdate | undefined {
    return this.all().find((one) => one.id === id);
  }

  private async deliver(locality: string, { id, key, said, ref }: WaitingUpdate): Promise<void> {
    await this.api.ask(updateRoutes.report, { params: { locality, id }, body: said, key });
    this.toasts.say(`${ref} reported, now that there is a connection.`);
    this.arrived.update((n) => n + 1);
  }

  /** What the server will never take is a draft again. */
  private giveBack({ id, ref, typed }: WaitingUpdate, says: string): void {
    this.drafts.of(`update.${id}`).keep(typed);
    this.toasts.say(`${ref} was not taken: ${says}. What you wrote is back as a draft.`);
    this.arrived.update((n) => n + 1);
  }
}
