import { inject, Injectable } from '@angular/core';
import { type BodyOf, causeRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { screen } from '../api/screen';

/** Every cause of this locality as the screen has them. A write answers with the whole tree, which takes its place here. */
@Injectable()
export class CauseStore {
  private readonly api = inject(Api);
  readonly tree = screen(causeRoutes.list);

  add = (body: BodyOf<typeof causeRoutes.add>) => this.tree.take(this.api.ask(causeRoutes.add, { body }));
  edit = (id: string, body: BodyOf<typeof causeRoutes.edit>) => this.tree.take(this.api.ask(causeRoutes.edit, { params: { id }, body }));
  withdraw = (id: string) => this.tree.take(this.api.ask(causeRoutes.withdraw, { params: { id } }));
  link = (id: string, actionId: string) => this.tree.take(this.api.ask(causeRoutes.link, { params: { id }, body: { actionId } }));
  unlink = (id: string, action: string) => this.tree.take(this.api.ask(causeRoutes.unlink, { params: { id, action } }));
}
