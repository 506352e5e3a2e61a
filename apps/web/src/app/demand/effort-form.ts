import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output, viewChild } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type ActionEffort, type ActionPage, demandRoutes, EffortEdit, type EffortChoices, type EffortItem, NewEffort } from '@followthrough/contracts';
import { checkEffort } from '@followthrough/domain';
import { DaysField, ProseField, SelectField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { LevelField } from '../skills/public';
import { choicesOf, words } from '../words';

type Fields = ContractForm<NewEffort>;

/** Adds a line of effort, or changes one. One figure is enough; a least and a most say how sure it is. */
@Component({
  selector: 'ft-effort-form',
  imports: [FormField, DaysField, ProseField, SelectField, FormFrame, LevelField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (form; as form) {
      <ft-form [form]="form" [says]="effort() ? 'Save' : 'Add the line'" [narrow]="false" [small]="true" [show]="shownAs" (send)="save(form)" (leave)="left.emit()">
        <div class="ft-effort__fields">
          <ft-days-field #first [formField]="form.tree.likelyMinutes" />
          <ft-days-field [formField]="form.tree.lowMinutes" hint="" />
          <ft-days-field [formField]="form.tree.highMinutes" hint="" />
          <ft-select-field [formField]="form.tree.purpose" [choices]="purposes" />
          <ft-select-field [formField]="form.tree.organisationId" [choices]="organisations()" [none]="absorbs() ? 'Choose the service' : 'The accountable organisation'" [needed]="absorbs()" [label]="absorbs() ? 'Which service takes it in' : 'Whose work'" hint="" />
          <ft-select-field [formField]="form.tree.shape" [choices]="shapes()" />
          <ft-select-field [formField]="form.tree.skillId" [choices]="skills()" none="Any" />
          @if (form.model().skillId) { <ft-level-field [formField]="form.tree.level" /> }
          @if (action().milestones.length > 0) { <ft-select-field [formField]="form.tree.milestoneId" [choices]="milestones()" none="The whole action" /> }
        </div>
        @if (action().approval) { <ft-prose-field [formField]="reason(form)" [rows]="2" /> }
      </ft-form>
    }
  `,
})
export class EffortForm implements OnInit {
  readonly action = input.required<Pick<ActionPage, 'id' | 'milestones' | 'approval'>>();
  readonly choices = input<EffortChoices>();
  /** The one to change; none adds one. */
  readonly effort = input<EffortItem>();
  readonly saved = output<ActionEffort>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly first = viewChild<{ focus(): void }>('first');
  protected form: Fields | undefined;
  protected readonly purposes = choicesOf(words.effortPurpose);
  protected readonly shapes = computed(() => choicesOf(words.effortShape).filter((one) => one.value !== 'milestones' || this.action().milestones.length > 0));
  protected readonly organisations = computed(() => named(this.choices()?.organisations));
  protected readonly skills = computed(() => named(this.choices()?.skills));
  protected readonly milestones = computed(() => this.action().milestones.map(({ id, title }) => ({ value: id, label: title })));
  protected readonly shownAs = (_: string, value: unknown): string | undefined => [...this.organisations(), ...this.skills(), ...this.milestones()].find((one) => one.value === value)?.label;

  ngOnInit(): void {
    const one = this.effort();
    const rules = (said: Partial<NewEffort>) => {
      const { likelyMinutes = one?.likelyMinutes ?? 0 } = said;
      const before = one ?? { purpose: 'deliver', shape: 'even', lowMinutes: likelyMinutes, highMinutes: likelyMinutes };
      return checkEffort({ skillId: null, level: null, organisationId: null, milestoneId: null, ...before, ...said, likelyMinutes } as Parameters<typeof checkEffort>[0], this.action().milestones.length);
    };
    const made = one ? new ContractForm(EffortEdit, one, { rules, injector: this.injector }) : new ContractForm(NewEffort, { purpose: 'deliver', shape: 'even', likelyMinutes: null }, { rules, injector: this.injector });
    this.form = made as unknown as Fields;
    setTimeout(() => this.first()?.focus());
  }

  protected absorbs(): boolean {
    return this.form?.model().purpose === 'absorb';
  }

  protected reason(form: Fields): FieldTree<string> {
    return form.tree.reason as unknown as FieldTree<string>;
  }

  protected async save(form: Fields): Promise<void> {
    // A level is of a skill: without one there is none.
    if (!form.model().skillId && form.model().level !== null) form.model.update((model) => ({ ...model, level: null }));
    const one = this.effort();
    await form.submit(async (body) => this.saved.emit(one ? await this.api.ask(demandRoutes.edit, { params: { id: one.id }, body: body as unknown as EffortEdit }) : await this.api.ask(demandRoutes.add, { params: { id: this.action().id }, body })));
  }
}

const named = (all: readonly { readonly id: string; readonly name: string }[] = []) => all.map(({ id, name }) => ({ value: id, label: name }));
