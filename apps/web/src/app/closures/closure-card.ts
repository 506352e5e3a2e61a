import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ClosurePage, closureRoutes, type Evidence } from '@followthrough/contracts';
import { closureSays } from '@followthrough/domain';
import { Button, Card, Failed, Notice, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { type ClosingDeed, ClosingForm } from './closing-form';
import { EvidenceList } from './evidence-list';
import { GiveEvidence } from './give-evidence';

const SAID: Readonly<Record<ClosingDeed, string>> = { accept: 'Accepted. It is looked at again in three months and in six.', turnBack: 'Returned to the owner.', look: 'Recorded.', reopen: 'Open again.', offer: 'Offered.', answerOffer: 'Answer recorded.', stop: 'Stopped.', supersede: 'Another action takes its place.' };

/** The evidence of an action and how it is closed: where it stands in words, what is next and by whom, and every step that was taken. */
@Component({
  selector: 'ft-closure',
  imports: [RouterLink, Button, Card, ClosingForm, EvidenceList, Failed, GiveEvidence, Notice, Skeleton, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './closure-card.html',
})
export class ClosureCard {
  readonly actionId = input.required<string>();
  /** The page's own version: when somebody changed the action there, this is read again. */
  readonly version = input(0);
  readonly programmes = input<readonly { readonly id: string; readonly name: string }[]>([]);
  /** The action itself is another one now. */
  readonly changed = output();
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly words = words;
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  protected readonly page = screen(closureRoutes.show, () => ({ params: { id: this.actionId() } }));
  protected readonly opened = signal<{ readonly deed: ClosingDeed | 'give'; readonly id: string; readonly corrects?: Evidence } | undefined>(undefined);
  protected readonly said = computed(() => {
    const page = this.page.value();
    return page ? closureSays(page) : undefined;
  });
  protected readonly offered = computed(() => this.programmes().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly mayVerify = computed(() => this.me.may('closure.verify'));
  protected readonly isFree = computed(() => {
    const page = this.page.value();
    return page?.disposition === null && page.state !== 'claimed';
  });

  constructor() {
    let read = 0;
    effect(() => {
      const version = this.version();
      untracked(() => {
        if (read > 0 && version !== read) this.page.reload();
        read = version;
      });
    });
  }

  protected open(deed: ClosingDeed | 'give', id: string, corrects?: Evidence): void {
    this.opened.set({ deed, id, ...(corrects ? { corrects } : {}) });
  }

  protected done(fresh: ClosurePage, says?: string): void {
    const { deed } = this.opened() ?? {};
    this.opened.set(undefined);
    this.page.set(fresh);
    this.toasts.say(says ?? (deed && deed !== 'give' ? SAID[deed] : 'Evidence given.'));
    if (deed !== 'give') this.changed.emit();
  }

  protected takeBack(id: string): Promise<void> {
    return this.deed(async () => this.done(await this.api.ask(closureRoutes.answerOffer, { params: { id }, body: { state: 'withdrawn' } }), 'The offer is taken back.'));
  }
}
