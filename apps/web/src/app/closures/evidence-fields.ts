import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { EvidenceType, FileItem } from '@followthrough/contracts';
import { Notice, ProseField, SelectField, TextField } from '@followthrough/ui';
import { AttachFile, FileLink } from '../files/public';
import { Me } from '../session/me';
import { choicesOf, words } from '../words';

/** One piece of evidence as it is typed: a document or data to open, an observation or testimony in words. */
@Component({
  selector: 'ft-evidence-fields',
  imports: [FormField, AttachFile, FileLink, Notice, ProseField, SelectField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="ft-fields">
      <ft-select-field [formField]="kind()" [choices]="kinds" [hint]="agreed() ? 'Agreed for this action: ' + words.evidenceType[agreed()!].toLowerCase() : ''" />
      <ft-select-field [formField]="line()" [choices]="lines" />
    </div>
    <ft-text-field [formField]="what()" [needed]="needed()" />
    @if (isThing()) {
      <ft-text-field type="url" [formField]="url()" />
      @if (attached(); as file) {
        <ft-notice kind="agreed"><ft-file-link [file]="file" /></ft-notice>
      } @else if (me.may('file.attach')) {
        <ft-attach-file label="Or attach it: choose the file, or drop it here" (attached)="take($event)" />
      }
    }
    <ft-prose-field [formField]="said()" [needed]="needed() && !isThing()" [rows]="3" />
  `,
})
export class EvidenceFields {
  readonly kind = input.required<FieldTree<string>>();
  readonly line = input.required<FieldTree<string>>();
  readonly what = input.required<FieldTree<string>>();
  readonly url = input.required<FieldTree<string>>();
  readonly fileId = input.required<FieldTree<string>>();
  readonly said = input.required<FieldTree<string>>();
  readonly agreed = input<EvidenceType | null>(null);
  /** Nothing was given before, so this is asked for. */
  readonly needed = input(true);
  protected readonly me = inject(Me);
  protected readonly words = words;
  protected readonly kinds = choicesOf(words.evidenceType);
  protected readonly lines = choicesOf(words.assuranceLine);
  private readonly file = signal<FileItem | undefined>(undefined);
  /** The file that the form holds; taken off when the form begins again. */
  protected readonly attached = computed(() => (this.file()?.id === this.fileId()().value() ? this.file() : undefined));
  protected readonly isThing = computed(() => ['document', 'data'].includes(this.kind()().value()));

  constructor() {
    // The agreed kind is where everybody begins; a file of a draft from before has to be attached again, since nothing here can name it.
    effect(() => {
      const [kind, line, fileId, agreed] = [this.kind(), this.line(), this.fileId(), this.agreed()];
      untracked(() => {
        if (!kind().value()) kind().value.set(agreed ?? 'document');
        if (!line().value()) line().value.set('first');
        if (fileId().value() && !this.file()) fileId().value.set('');
      });
    });
  }

  protected take(file: FileItem): void {
    this.file.set(file);
    this.fileId()().value.set(file.id);
    if (!this.what()().value()) this.what()().value.set(file.name);
  }
}
