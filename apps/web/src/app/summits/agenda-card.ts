import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AgendaEntry, agendaRoutes, type SummitPage } from '@followthrough/contracts';
import { agendaTimes, lengthInWords, minutesOf, moved } from '@followthrough/domain';
import { Button, Card, Empty, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { Here } from '../session/here';
import { AgendaItemForm } from './agenda-item-form';
import { Grip } from './grip';

/** What the summit gives time to, when each item starts, and its order: by its buttons, or by dragging with a mouse or a finger. */
@Component({
  selector: 'ft-agenda-card',
  imports: [RouterLink, Button, Card, Empty, AgendaItemForm, Grip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agenda-card.html',
})
export class AgendaCard {
  readonly summit = input.required<SummitPage>();
  readonly mayKeep = input(false);
  readonly changed = output<SummitPage>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly here = inject(Here);
  /** An item’s id, or `new`. */
  protected readonly open = signal<string | null>(null);
  /** The item that somebody drags, and the place over which it is. */
  protected readonly carried = signal<{ readonly id: string; readonly over: number } | null>(null);
  protected readonly times = computed(() => agendaTimes(this.summit().startsAt, this.summit().agenda));
  protected readonly says = computed(() => {
    const { agenda, startsAt } = this.summit();
    const all = lengthInWords(minutesOf(agenda));
    return agenda.length === 0 ? '' : startsAt ? `${startsAt} to ${this.times().at(-1)?.endsAt ?? ''}, ${all}` : all;
  });
  /** The item that was begun last is under way. */
  protected readonly now = computed(() => (this.summit().state === 'open' ? this.summit().agenda.filter((one) => one.begunAt).toSorted((a, b) => (b.begunAt ?? '').localeCompare(a.begunAt ?? ''))[0]?.id : undefined));
  protected readonly length = lengthInWords;

  protected done(fresh: SummitPage | null): void {
    const from = this.open();
    this.open.set(null);
    if (fresh) this.changed.emit(fresh);
    setTimeout(() => document.getElementById(from === 'new' ? 'add-agenda-item' : `agenda-${from}`)?.focus());
  }

  protected async move(one: AgendaEntry, place: number, focus?: string): Promise<void> {
    const ids = moved(this.summit().agenda, one, place).map((item) => item.id);
    await this.ask(() => this.api.ask(agendaRoutes.order, { params: { id: this.summit().id }, body: { ids } }), `${one.title} is now number ${place}.`);
    if (focus) setTimeout(() => document.getElementById(focus)?.focus());
  }

  protected carry({ id }: AgendaEntry, over: number | null): void {
    this.carried.set(over === null ? null : { id, over });
  }

  /** On which side of this item the one that is dragged would come to stand. */
  protected lands(place: number): 'above' | 'below' | null {
    const carried = this.carried();
    if (carried?.over !== place) return null;
    return this.summit().agenda.findIndex((one) => one.id === carried.id) + 1 > place ? 'above' : 'below';
  }

  protected async drop(one: AgendaEntry, from: number, place: number): Promise<void> {
    if (place !== from) await this.move(one, place);
  }

  protected async begin({ id, title }: AgendaEntry): Promise<void> {
    await this.ask(() => this.api.ask(agendaRoutes.begin, { params: { id } }), `${title} has begun.`);
  }

  protected async remove({ id, title }: AgendaEntry): Promise<void> {
    await this.ask(() => this.api.ask(agendaRoutes.remove, { params: { id } }), `${title} is off the agenda.`);
  }

  private async ask(deed: () => Promise<SummitPage>, says: string): Promise<void> {
    try {
      this.changed.emit(await deed());
      this.toasts.say(says);
    } catch (thrown) {
      const refused = refusedBy(thrown);
      this.toasts.say(refused.sentence);
    }
  }
}
