import { inject, Injectable, signal } from '@angular/core';
import { type BodyOf, type RoundPage, roundRoutes } from '@followthrough/contracts';
import { Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { screen } from '../api/screen';

/** The round of one finding as its page has it. Every write answers with the whole page, which takes its place here. */
@Injectable()
export class RoundStore {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  /** The finding. */
  readonly id = signal('');
  readonly page = screen(roundRoutes.page, () => (this.id() ? { params: { id: this.id() } } : undefined), { keep: true });

  open = (body: BodyOf<typeof roundRoutes.open>) => this.put(this.api.ask(roundRoutes.open, { params: { id: this.id() }, body }));
  edit = (body: BodyOf<typeof roundRoutes.edit>) => this.put(this.api.ask(roundRoutes.edit, { params: { id: this.roundId() }, body }));
  reveal = () => this.put(this.api.ask(roundRoutes.reveal, { params: { id: this.roundId() } }));
  write = (body: BodyOf<typeof roundRoutes.write>) => this.put(this.api.ask(roundRoutes.write, { params: { id: this.roundId() }, body }));
  agree = (body: BodyOf<typeof roundRoutes.agree>) => this.put(this.api.ask(roundRoutes.agree, { params: { id: this.roundId() }, body }));

  /** Does something that a button asks for, and says what was refused. */
  async deed(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const { message, problem } = refusedBy(thrown);
      this.toasts.say(problem.fields?.[0]?.message ?? message);
    }
  }

  private roundId(): string {
    return this.page.value()?.round?.id ?? '';
  }

  private async put(asked: Promise<RoundPage>): Promise<RoundPage> {
    const fresh = await asked;
    this.page.set(fresh);
    return fresh;
  }
}
