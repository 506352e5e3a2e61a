import { computed, inject, Injectable, signal } from '@angular/core';
import { type BodyOf, type DiagnosisPage, diagnosisRoutes, pastFindingRoutes, type WhyItem } from '@followthrough/contracts';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { type Screen, screen } from '../api/screen';
import { Moment } from '../past/public';

/** The diagnosis of one finding as its page has it, now or as at a moment that has been. Every write answers with the whole page, which takes its place here. */
@Injectable()
export class DiagnosisStore {
  private readonly api = inject(Api);
  readonly deed = deeds();
  /** The finding. */
  readonly id = signal('');
  private readonly at = inject(Moment).at;
  private readonly now = screen(diagnosisRoutes.page, () => (this.id() && this.at() === null ? { params: { id: this.id() } } : undefined), { keep: true });
  private readonly then = screen(pastFindingRoutes.diagnosis, () => {
    const at = this.at();
    return this.id() && at !== null ? { params: { id: this.id() }, query: { at } } : undefined;
  });
  private readonly shown = computed<Screen<DiagnosisPage>>(() => (this.at() === null ? this.now : this.then));
  readonly page = computed(() => this.shown().value());
  readonly refused = computed(() => this.shown().refused());
  /** Which moment it is; undefined for now. */
  readonly asAt = computed(() => (this.at() === null ? undefined : this.then.value()?.asAt));

  reload(): void {
    this.shown().reload();
  }

  begin = (body: BodyOf<typeof diagnosisRoutes.begin>) => this.now.take(this.api.ask(diagnosisRoutes.begin, { params: { id: this.id() }, body }));
  edit = (body: BodyOf<typeof diagnosisRoutes.edit>) => this.now.take(this.api.ask(diagnosisRoutes.edit, { params: { id: this.diagnosisId() }, body }));
  agree = () => this.now.take(this.api.ask(diagnosisRoutes.agree, { params: { id: this.diagnosisId() } }));
  reopen = () => this.now.take(this.api.ask(diagnosisRoutes.reopen, { params: { id: this.diagnosisId() } }));
  addWhy = (text: string) => this.now.take(this.api.ask(diagnosisRoutes.addWhy, { params: { id: this.diagnosisId() }, body: { text } }));
  editWhy = (id: string, body: BodyOf<typeof diagnosisRoutes.editWhy>) => this.now.take(this.api.ask(diagnosisRoutes.editWhy, { params: { id }, body }));
  placeWhy = (id: string, position: number) => this.now.take(this.api.ask(diagnosisRoutes.placeWhy, { params: { id }, body: { position } }));
  removeWhy = (id: string) => this.now.take(this.api.ask(diagnosisRoutes.removeWhy, { params: { id } }));
  addEvidence = (id: string, body: BodyOf<typeof diagnosisRoutes.addEvidence>) => this.now.take(this.api.ask(diagnosisRoutes.addEvidence, { params: { id }, body }));
  removeEvidence = (id: string, evidence: string) => this.now.take(this.api.ask(diagnosisRoutes.removeEvidence, { params: { id, evidence } }));
  nameCause = (body: BodyOf<typeof diagnosisRoutes.nameCause>) => this.now.take(this.api.ask(diagnosisRoutes.nameCause, { params: { id: this.id() }, body }));
  dropCause = (cause: string) => this.now.take(this.api.ask(diagnosisRoutes.dropCause, { params: { id: this.id(), cause } }));

  /** The way back from removing a why: its words, its place and what it rested on. */
  async putBack({ text, position, evidence }: WhyItem): Promise<void> {
    const added = (await this.addWhy(text)).whys.at(-1)?.id ?? '';
    await this.placeWhy(added, position);
    for (const { kind, label, url, figure, file, measure } of evidence) await this.addEvidence(added, { kind, label, url, figure, fileId: file?.id ?? null, measureId: measure?.id ?? null });
  }

  private diagnosisId(): string {
    return this.page()?.diagnosis?.id ?? '';
  }
}
