import { inject, Injectable, signal } from '@angular/core';
import { type BodyOf, diagnosisRoutes, type WhyItem } from '@followthrough/contracts';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';

/** The diagnosis of one finding as its page has it. Every write answers with the whole page, which takes its place here. */
@Injectable()
export class DiagnosisStore {
  private readonly api = inject(Api);
  readonly deed = deeds();
  /** The finding. */
  readonly id = signal('');
  readonly page = screen(diagnosisRoutes.page, () => (this.id() ? { params: { id: this.id() } } : undefined), { keep: true });

  begin = (body: BodyOf<typeof diagnosisRoutes.begin>) => this.page.take(this.api.ask(diagnosisRoutes.begin, { params: { id: this.id() }, body }));
  edit = (body: BodyOf<typeof diagnosisRoutes.edit>) => this.page.take(this.api.ask(diagnosisRoutes.edit, { params: { id: this.diagnosisId() }, body }));
  agree = () => this.page.take(this.api.ask(diagnosisRoutes.agree, { params: { id: this.diagnosisId() } }));
  reopen = () => this.page.take(this.api.ask(diagnosisRoutes.reopen, { params: { id: this.diagnosisId() } }));
  addWhy = (text: string) => this.page.take(this.api.ask(diagnosisRoutes.addWhy, { params: { id: this.diagnosisId() }, body: { text } }));
  editWhy = (id: string, body: BodyOf<typeof diagnosisRoutes.editWhy>) => this.page.take(this.api.ask(diagnosisRoutes.editWhy, { params: { id }, body }));
  placeWhy = (id: string, position: number) => this.page.take(this.api.ask(diagnosisRoutes.placeWhy, { params: { id }, body: { position } }));
  removeWhy = (id: string) => this.page.take(this.api.ask(diagnosisRoutes.removeWhy, { params: { id } }));
  addEvidence = (id: string, body: BodyOf<typeof diagnosisRoutes.addEvidence>) => this.page.take(this.api.ask(diagnosisRoutes.addEvidence, { params: { id }, body }));
  removeEvidence = (id: string, evidence: string) => this.page.take(this.api.ask(diagnosisRoutes.removeEvidence, { params: { id, evidence } }));
  nameCause = (body: BodyOf<typeof diagnosisRoutes.nameCause>) => this.page.take(this.api.ask(diagnosisRoutes.nameCause, { params: { id: this.id() }, body }));
  dropCause = (cause: string) => this.page.take(this.api.ask(diagnosisRoutes.dropCause, { params: { id: this.id(), cause } }));

  /** The way back from removing a why: its words, its place and what it rested on. */
  async putBack({ text, position, evidence }: WhyItem): Promise<void> {
    const added = (await this.addWhy(text)).whys.at(-1)?.id ?? '';
    await this.placeWhy(added, position);
    for (const { kind, label, url, figure, file, measure } of evidence) await this.addEvidence(added, { kind, label, url, figure, fileId: file?.id ?? null, measureId: measure?.id ?? null });
  }

  private diagnosisId(): string {
    return this.page.value()?.diagnosis?.id ?? '';
  }
}
