import { inject, Injectable, signal } from '@angular/core';
import { type BodyOf, roundRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';

/** The round of one finding as its page has it. Every write answers with the whole page, which takes its place here. */
@Injectable()
export class RoundStore {
  private readonly api = inject(Api);
  readonly deed = deeds();
  /** The finding. */
  readonly id = signal('');
  readonly page = screen(roundRoutes.page, () => (this.id() ? { params: { id: this.id() } } : undefined), { keep: true });

  open = (body: BodyOf<typeof roundRoutes.open>) => this.page.take(this.api.ask(roundRoutes.open, { params: { id: this.id() }, body }));
  edit = (body: BodyOf<typeof roundRoutes.edit>) => this.page.take(this.api.ask(roundRoutes.edit, { params: { id: this.roundId() }, body }));
  reveal = () => this.page.take(this.api.ask(roundRoutes.reveal, { params: { id: this.roundId() } }));
  cancel = (body: BodyOf<typeof roundRoutes.cancel>) => this.page.take(this.api.ask(roundRoutes.cancel, { params: { id: this.roundId() }, body }));
  write = (body: BodyOf<typeof roundRoutes.write>) => this.page.take(this.api.ask(roundRoutes.write, { params: { id: this.roundId() }, body }));
  agree = (body: BodyOf<typeof roundRoutes.agree>) => this.page.take(this.api.ask(roundRoutes.agree, { params: { id: this.roundId() }, body }));

  private roundId(): string {
    return this.page.value()?.round?.id ?? '';
  }
}
