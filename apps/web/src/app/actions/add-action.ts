import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { actionRoutes, NewAction, NewPlan, planRoutes } from '@followthrough/contracts';
import { checkActionDates } from '@followthrough/domain';
import { Button, Card, DateField, Failed, Notice, ProseField, SelectField, Skeleton, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { refusedBy } from '../api/refused';
import { Here } from '../session/here';
import { choicesOf, words } from '../words';

/** Adds one action by hand, and a plan for it where there is none yet. The rest is typed in place on its page. */
@Component({
  selector: 'ft-add-action',
  imports: [FormField, RouterLink, Button, Card, DateField, Failed, Notice, ProseField, SelectField, Skeleton, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `
    <div class="ft-head"><div><p class="ft-crumbs"><a [routerLink]="['/', here.slug(), 'plan']">Plan</a></p><h1>Add an action</h1></div></div>
    @if (choices.refused(); as refused) {
      <ft-failed [title]="refused.message" (retry)="choices.reload()" />
    } @else if (!choices.value()) {
      <ft-card><ft-skeleton [lines]="6" /></ft-card>
    } @else if (plans().length === 0 || newPlan()) {
      <ft-card class="ft-below" heading="First, the plan it belongs to">
        <ft-form [form]="planForm" says="Add the plan" [mayLeave]="false" (send)="addPlan()">
          <ft-text-field [formField]="planForm.tree.title" />
          <ft-prose-field [formField]="planForm.tree.aim" [rows]="2" />
        </ft-form>
      </ft-card>
    } @else {
      <ft-card>
        <ft-form [form]="form" says="Add the action" (send)="add()" (leave)="leave()">
          @if (answers(); as finding) { <ft-notice>It will answer finding {{ finding.name }}</ft-notice> }
          @if (treats(); as cause) { <ft-notice>It will answer the cause “{{ cause.name }}”</ft-notice> }
          <ft-select-field [formField]="form.tree.planId" [choices]="plans()" />
          <button type="button" ftButton="quiet" (click)="newPlan.set(true)">Start another plan</button>
          <ft-text-field [formField]="form.tree.ref" />
          <ft-text-field [formField]="form.tree.title" />
          <ft-prose-field [formField]="form.tree.description" hint="What will be done. Never anything about a patient." />
          <ft-select-field [formField]="form.tree.horizon" [choices]="horizons" />
          <ft-select-field [formField]="form.tree.evidenceKind" [choices]="evidenceTypes" none="Not agreed yet" />
          <ft-select-field [formField]="form.tree.ownerId" [choices]="people()" none="Nobody yet" />
          <ft-select-field [formField]="form.tree.accountableOrganisationId" [choices]="organisations()" none="None yet" />
          <div class="ft-fields">
            <ft-date-field [formField]="form.tree.startOn" />
            <ft-date-field [formField]="form.tree.dueOn" hint="Kept as the baseline" />
          </div>
          <ft-text-field [formField]="form.tree.theme" />
          @if (asksWhy()) { <ft-prose-field [formField]="form.tree.reason" [needed]="true" [rows]="2" [hint]="whyHint()" /> }
        </ft-form>
      </ft-card>
    }
  `,
})
export class AddAction {
  /** From the address: the plan that was on screen. */
  readonly plan = input<string>();
  /** From the address: the finding that it will answer. */
  readonly finding = input<string>();
  /** From the address: the cause that it will answer. */
  readonly cause = input<string>();
  protected readonly treats = computed(() => this.choices.value()?.causes.find((one) => one.id === this.cause()));
  protected readonly answers = computed(() => this.choices.value()?.findings.find((one) => one.id === this.finding()));
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly choices = screen(actionRoutes.choices);
  protected readonly horizons = choicesOf(words.horizon);
  protected readonly evidenceTypes = choicesOf(words.evidenceType);
  protected readonly newPlan = signal(false);
  protected readonly plans = computed(() => named(this.choices.value()?.plans));
  protected readonly people = computed(() => named(this.choices.value()?.people));
  protected readonly organisations = computed(() => named(this.choices.value()?.organisations));
  protected readonly planForm = new ContractForm(NewPlan);
  protected readonly form = new ContractForm(NewAction, { horizon: 'medium' }, { rules: (said) => checkActionDates({ startOn: said.startOn ?? null, dueOn: said.dueOn ?? null }), draft: 'action.new' });

  protected readonly isApproved = computed(() => (this.choices.value()?.approvedPlans ?? []).includes(this.form.model().planId));
  /** Its partners have not agreed yet what is wrong. */
  private readonly isEarly = computed(() => this.form.model().findingIds.some((one) => this.choices.value()?.unagreedFindings.includes(one)));
  /** The server asks why, such as for a round that was opened meanwhile. */
  private readonly wanted = signal(false);
  protected readonly asksWhy = computed(() => this.isApproved() || this.isEarly() || this.wanted());
  protected readonly whyHint = computed(() => (this.isApproved() ? 'A board has approved this plan: it will read why this is added.' : this.isEarly() ? 'The partners have not agreed yet what is wrong: say why this does not wait. It stays with the action.' : 'It stays with the action.'));

  constructor() {
    effect(() => {
      const finding = this.answers()?.id;
      if (finding && !this.form.model().findingIds.includes(finding)) this.form.model.update((model) => ({ ...model, findingIds: [finding] }));
    });
    effect(() => {
      const cause = this.treats()?.id;
      if (cause && !this.form.model().causeIds.includes(cause)) this.form.model.update((model) => ({ ...model, causeIds: [cause] }));
    });
    effect(() => {
      const first = this.plan() ?? this.plans()[0]?.value;
      if (first && !this.form.model().planId) this.form.model.update((model) => ({ ...model, planId: first }));
    });
  }

  protected leave(): void {
    void this.router.navigate(['/', this.here.slug(), 'plan']);
  }

  protected async addPlan(): Promise<void> {
    let id = '';
    const done = await this.planForm.submit(async (said) => {
      id = (await this.api.ask(planRoutes.add, { body: said })).id;
    });
    if (!done) return;
    this.form.model.update((model) => ({ ...model, planId: id }));
    this.newPlan.set(false);
    this.choices.reload();
  }

  protected async add(): Promise<void> {
    let id = '';
    const done = await this.form.submit(async (said) => {
      id = (await this.api.ask(actionRoutes.add, { body: said }).catch((thrown: unknown) => {
        if (refusedBy(thrown).problem.fields?.some((one) => one.field === 'reason')) this.wanted.set(true);
        throw thrown;
      })).id;
    });
    if (done) await this.router.navigate(['/', this.here.slug(), 'actions', id]);
  }
}

const named = (all: readonly { readonly id: string; readonly name: string }[] | undefined) => (all ?? []).map(({ id, name }) => ({ value: id, label: name }));
