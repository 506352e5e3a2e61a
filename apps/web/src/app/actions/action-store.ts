import { computed, inject, Injectable, signal } from '@angular/core';
import { type ActionEdit, type ActionPage, actionRoutes, type DueMoving, type DueSetting, type StatusUpdate, updateRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { screen } from '../api/screen';

/** One action as its page has it. Every write answers with the whole page, which takes its place here. */
@Injectable()
export class ActionStore {
  private readonly api = inject(Api);
  readonly id = signal('');
  readonly action = screen(actionRoutes.page, () => (this.id() ? { params: { id: this.id() } } : undefined), { keep: true });
  readonly choices = screen(actionRoutes.choices);
  /** The field whose form somebody came to open, from the address; taken by the field itself. */
  readonly opening = signal<string | null>(null);
  /** Updates beyond the page's own twenty, as they were asked for. */
  readonly older = signal<readonly StatusUpdate[]>([]);
  private readonly olderNext = signal<string | null | undefined>(undefined);
  readonly moreUpdates = computed(() => (this.olderNext() === undefined ? (this.action.value()?.olderUpdates ?? null) : (this.olderNext() ?? null)));

  open(id: string): void {
    if (id === this.id()) return;
    this.older.set([]);
    this.olderNext.set(undefined);
    this.id.set(id);
  }

  async edit(said: ActionEdit): Promise<ActionPage> {
    return this.put(await this.api.ask(actionRoutes.edit, { params: { id: this.id() }, body: said }));
  }

  async setDue(said: DueSetting): Promise<ActionPage> {
    return this.put(await this.api.ask(actionRoutes.setDue, { params: { id: this.id() }, body: said }));
  }

  async moveDue(said: DueMoving): Promise<ActionPage> {
    return this.put(await this.api.ask(actionRoutes.moveDue, { params: { id: this.id() }, body: said }));
  }

  withdraw(id: string, reason: string): Promise<unknown> {
    return this.api.ask(actionRoutes.withdraw, { params: { id }, body: { reason } });
  }

  restore(id: string, reason: string): Promise<ActionPage> {
    return this.api.ask(actionRoutes.restore, { params: { id }, body: { reason } });
  }

  async readOlder(): Promise<void> {
    const after = this.moreUpdates();
    if (!after) return;
    const page = await this.api.ask(updateRoutes.list, { params: { id: this.id() }, query: { after } });
    this.older.update((older) => [...older, ...page.items]);
    this.olderNext.set(page.next);
  }

  /** A part of the page that another feature wrote. */
  patch(part: Partial<ActionPage>): void {
    this.action.update((action) => ({ ...action, ...part }));
  }

  private put(fresh: ActionPage): ActionPage {
    this.action.set(fresh);
    return fresh;
  }
}
