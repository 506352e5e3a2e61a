import { computed, inject, Injectable } from '@angular/core';
import { type BodyOf, type CauseTree, causeRoutes, pastFindingRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { type Screen, screen } from '../api/screen';
import { Moment } from '../past/public';

/** Every cause of this locality as the screen has them, now or as at a moment that has been. A write answers with the whole tree, which takes its place here. */
@Injectable()
export class CauseStore {
  private readonly api = inject(Api);
  private readonly at = inject(Moment).at;
  private readonly now = screen(causeRoutes.list, () => (this.at() === null ? {} : undefined));
  private readonly then = screen(pastFindingRoutes.causes, () => {
    const at = this.at();
    return at === null ? undefined : { query: { at } };
  });
  private readonly shown = computed<Screen<CauseTree>>(() => (this.at() === null ? this.now : this.then));
  readonly tree = computed(() => this.shown().value());
  readonly refused = computed(() => this.shown().refused());
  /** Which moment it is; undefined for now. */
  readonly asAt = computed(() => (this.at() === null ? undefined : this.then.value()?.asAt));

  reload(): void {
    this.shown().reload();
  }

  add = (body: BodyOf<typeof causeRoutes.add>) => this.now.take(this.api.ask(causeRoutes.add, { body }));
  edit = (id: string, body: BodyOf<typeof causeRoutes.edit>) => this.now.take(this.api.ask(causeRoutes.edit, { params: { id }, body }));
  withdraw = (id: string) => this.now.take(this.api.ask(causeRoutes.withdraw, { params: { id } }));
  link = (id: string, actionId: string) => this.now.take(this.api.ask(causeRoutes.link, { params: { id }, body: { actionId } }));
  unlink = (id: string, action: string) => this.now.take(this.api.ask(causeRoutes.unlink, { params: { id, action } }));
}
