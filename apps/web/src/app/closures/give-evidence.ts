import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type ClosurePage, closureRoutes, type Evidence, type EvidenceType, NewEvidenceItem } from '@followthrough/contracts';
import { checkEvidenceItem } from '@followthrough/domain';
import { CheckField, Notice } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { EvidenceFields } from './evidence-fields';

/** Gives evidence for an action, or corrects what was given: then what is corrected is where it begins. */
@Component({
  selector: 'ft-give-evidence',
  imports: [FormField, CheckField, EvidenceFields, FormFrame, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="corrects() ? 'Give the correction' : 'Give the evidence'" [small]="true" [narrow]="false" (send)="save()" (leave)="left.emit()">
      @if (corrects(); as old) { <ft-notice>This corrects “{{ old.title }}”, which stays in the history and counts no more.</ft-notice> }
      <ft-evidence-fields [kind]="text(form.tree.kind)" [line]="text(form.tree.line)" [what]="text(form.tree.title)" [url]="text(form.tree.url)" [fileId]="text(form.tree.fileId)" [said]="text(form.tree.words)" [agreed]="agreed()" />
      <ft-check-field [formField]="form.tree.restricted" />
    </ft-form>
  `,
})
export class GiveEvidence implements OnInit {
  readonly actionId = input.required<string>();
  readonly agreed = input<EvidenceType | null>(null);
  readonly corrects = input<Evidence>();
  readonly given = output<ClosurePage>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewEvidenceItem>;

  ngOnInit(): void {
    const old = this.corrects();
    this.form = new ContractForm(NewEvidenceItem, old ? { ...old, correctsId: old.id } : {}, { injector: this.injector, rules: (said) => checkEvidenceItem(ofItsKind(said)) });
  }

  protected readonly text = (tree: unknown): FieldTree<string> => tree as FieldTree<string>;

  protected async save(): Promise<void> {
    let fresh: ClosurePage | undefined;
    const done = await this.form.submit(async (said) => {
      fresh = await this.api.ask(closureRoutes.give, { params: { id: this.actionId() }, body: ofItsKind(said) });
    });
    if (done && fresh) this.given.emit(fresh);
  }
}

/** Words alone show an observation or testimony; somebody may have typed an address before they chose that. */
export const ofItsKind = (said: NewEvidenceItem): NewEvidenceItem => (said.kind === 'document' || said.kind === 'data' ? said : { ...said, url: null, fileId: null });
