import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type FileItem, measureRoutes, NewEvidence } from '@followthrough/contracts';
import { checkEvidence } from '@followthrough/domain';
import { Notice, SelectField, TextField, ukDate } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { AttachFile, FileLink } from '../files/public';
import { figureSays } from '../measures/public';
import { choicesOf, words } from '../words';
import { DiagnosisStore } from './diagnosis-store';

/** Says what a why rests on: a page, a file, or a measure with its figure. */
@Component({
  selector: 'ft-evidence-form',
  imports: [FormField, AttachFile, FileLink, FormFrame, Notice, SelectField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Add the evidence" [small]="true" [narrow]="false" (send)="save()" (leave)="done.emit()">
      <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
      @if (kind() === 'measure' && measures().length > 0) {
        <div class="ft-field">
          <label class="nhsuk-label" [attr.for]="'measure-of-' + why()">Which measure?</label>
          <select #box class="nhsuk-select" [id]="'measure-of-' + why()" (change)="choose(box.value)"><option value="">One that is not kept here</option>@for (one of measures(); track one.id) { <option [value]="one.id" [selected]="one.id === form.model().measureId">{{ one.title }}</option> }</select>
        </div>
      }
      <ft-text-field [formField]="form.tree.label" />
      @switch (kind()) {
        @case ('link') { <ft-text-field type="url" [formField]="form.tree.url" [needed]="true" /> }
        @case ('measure') { <ft-text-field [formField]="form.tree.figure" [needed]="true" /> }
        @case ('file') {
          @if (file(); as file) { <ft-notice kind="agreed"><ft-file-link [file]="file" /></ft-notice> } @else { <ft-attach-file (attached)="take($event)" /> }
          @if (lacksFile()) { <ft-notice kind="refused">Choose the file first.</ft-notice> }
        }
      }
    </ft-form>
  `,
})
export class EvidenceForm {
  readonly why = input.required<string>();
  readonly done = output();
  private readonly store = inject(DiagnosisStore);
  protected readonly kinds = choicesOf(words.evidenceKind);
  protected readonly file = signal<FileItem | undefined>(undefined);
  protected readonly lacksFile = signal(false);
  // The rules that need the other kind's fields gone are kept by clearing them below.
  protected readonly form = new ContractForm(NewEvidence, { kind: 'link' }, { rules: (said) => checkEvidence(ofItsKind(said)).filter(({ field }) => field !== 'fileId') });
  protected readonly kind = computed(() => this.form.model().kind);
  private readonly known = screen(measureRoutes.list, () => (this.kind() === 'measure' ? { query: {} } : undefined));
  protected readonly measures = computed(() => this.known.value()?.items ?? []);

  /** Its name and its latest figure are put in, to be said otherwise: the figure stays as it was when somebody looked. */
  protected choose(measureId: string): void {
    const measure = this.measures().find((one) => one.id === measureId);
    const figure = measure?.latestOn ? `${figureSays(measure.latestValue, measure.unit)}, ${ukDate(measure.latestOn)}` : '';
    this.form.model.update((model) => ({ ...model, measureId, ...(measure ? { label: measure.title, figure } : {}) }));
  }

  protected take(file: FileItem): void {
    this.file.set(file);
    this.lacksFile.set(false);
    this.form.model.update((model) => ({ ...model, fileId: file.id, label: model.label || file.name }));
  }

  protected async save(): Promise<void> {
    this.lacksFile.set(this.kind() === 'file' && !this.file());
    if (this.lacksFile()) return;
    if (await this.form.submit((said) => this.store.addEvidence(this.why(), ofItsKind(said)))) this.done.emit();
  }
}

/** Only what this kind of evidence carries; somebody may have typed into another kind's field before. */
const ofItsKind = ({ kind, label, url, figure, fileId, measureId }: NewEvidence): NewEvidence => ({
  kind,
  label,
  ...(kind === 'link' && url ? { url } : {}),
  ...(kind === 'measure' && figure ? { figure } : {}),
  ...(kind === 'measure' && measureId ? { measureId } : {}),
  ...(kind === 'file' && fileId ? { fileId } : {}),
});
