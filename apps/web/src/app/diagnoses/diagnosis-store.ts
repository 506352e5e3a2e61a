import { inject, Injectable, signal } from '@angular/core';
import { type BodyOf, type DiagnosisPage, diagnosisRoutes, type WhyItem } from '@followthrough/contracts';
import { Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { screen } from '../api/screen';

/** The diagnosis of one finding as its page has it. Every write answers with the whole page, which takes its place here. */
@Injectable()
export class DiagnosisStore {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  /** The finding. */
  readonly id = signal('');
  readonly page = screen(diagnosisRoutes.page, () => (this.id() ? { params: { id: this.id() } } : undefined), { keep: true });

  begin = (body: BodyOf<typeof diagnosisRoutes.begin>) => this.put(this.api.ask(diagnosisRoutes.begin, { params: { id: this.id() }, body }));
  edit = (body: BodyOf<typeof diagnosisRoutes.edit>) => this.put(this.api.ask(diagnosisRoutes.edit, { params: { id: this.diagnosisId() }, body }));
  agree = () => this.put(this.api.ask(diagnosisRoutes.agree, { params: { id: this.diagnosisId() } }));
  reopen = () => this.put(this.api.ask(diagnosisRoutes.reopen, { params: { id: this.diagnosisId() } }));
  addWhy = (text: string) => this.put(this.api.ask(diagnosisRoutes.addWhy, { params: { id: this.diagnosisId() }, body: { text } }));
  editWhy = (id: string, body: BodyOf<typeof diagnosisRoutes.editWhy>) => this.put(this.api.ask(diagnosisRoutes.editWhy, { params: { id }, body }));
  placeWhy = (id: string, position: number) => this.put(this.api.ask(diagnosisRoutes.placeWhy, { params: { id }, body: { position } }));
  removeWhy = (id: string) => this.put(this.api.ask(diagnosisRoutes.removeWhy, { params: { id } }));
  addEvidence = (id: string, body: BodyOf<typeof diagnosisRoutes.addEvidence>) => this.put(this.api.ask(diagnosisRoutes.addEvidence, { params: { id }, body }));
  removeEvidence = (id: string, evidence: string) => this.put(this.api.ask(diagnosisRoutes.removeEvidence, { params: { id, evidence } }));
  nameCause = (body: BodyOf<typeof diagnosisRoutes.nameCause>) => this.put(this.api.ask(diagnosisRoutes.nameCause, { params: { id: this.id() }, body }));
  dropCause = (cause: string) => this.put(this.api.ask(diagnosisRoutes.dropCause, { params: { id: this.id(), cause } }));

  /** The way back from removing a why: its words, its place and what it rested on. */
  async putBack({ text, position, evidence }: WhyItem): Promise<void> {
    const added = (await this.addWhy(text)).whys.at(-1)?.id ?? '';
    await this.placeWhy(added, position);
    for (const { kind, label, url, figure, file } of evidence) await this.addEvidence(added, { kind, label, url, figure, fileId: file?.id ?? null });
  }

  /** Does something that a button asks for, and says what was refused. */
  async deed(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const { message, problem } = refusedBy(thrown);
      this.toasts.say(problem.fields?.[0]?.message ?? message);
    }
  }

  private diagnosisId(): string {
    return this.page.value()?.diagnosis?.id ?? '';
  }

  private async put(asked: Promise<DiagnosisPage>): Promise<DiagnosisPage> {
    const fresh = await asked;
    this.page.set(fresh);
    return fresh;
  }
}
