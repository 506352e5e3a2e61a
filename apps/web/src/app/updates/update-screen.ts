import { ChangeDetectionStrategy, Component, computed, effect, inject, Injector, input, signal, untracked } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type UpdateDesk, updateRoutes } from '@followthrough/contracts';
import { assessAction, assessedStatus, checkClaim, checkUpdateWords, factsAfter, flagSays, londonDay } from '@followthrough/domain';
import { Button, Card, CheckField, DateField, Failed, Notice, ProseField, SelectField, Skeleton, TextField, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { refusedBy, Refused } from '../api/refused';
import { screen } from '../api/screen';
import { AssessedList, ConfidenceChoice, wordIn } from '../assessments/public';
import { choicesOfBoards } from '../boards/public';
import { EvidenceFields } from '../closures/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { StatusChoice } from './status-choice';
import { flat, reportOf, UpdateTyped } from './update-form';

type Typing = ContractForm<UpdateTyped>;

/** Reports how an action is going, in under a minute: last time beside now, this locality's words, and the next one a key away. */
@Component({
  selector: 'ft-update',
  imports: [FormField, RouterLink, Button, Card, CheckField, DateField, Failed, Notice, ProseField, SelectField, Skeleton, TextField, UkDate, AssessedList, ConfidenceChoice, EvidenceFields, SaidStatus, StatusChoice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './update-screen.html',
})
export class UpdateScreen {
  /** From the address. */
  readonly id = input.required<string>();
  /** From the address: the update that this one corrects. */
  readonly corrects = input<string>();
  protected readonly here = inject(Here);
  protected readonly words = words;
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly desk = screen(updateRoutes.desk, () => ({ params: { id: this.id() } }));
  protected readonly form = signal<Typing | undefined>(undefined);
  protected readonly savedAt = computed(() => {
    const at = this.form()?.keptAt();
    return at ? `Draft saved on this device ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}` : '';
  });
  protected readonly restored = signal(false);
  protected readonly status = computed(() => this.form()?.model().status ?? '');
  protected readonly worries = computed(() => this.status() === 'at_risk' || this.status() === 'off_track');
  protected readonly offTrack = computed(() => this.status() === 'off_track');
  protected readonly boards = computed(() => choicesOfBoards(this.desk.value()?.boards ?? []));
  /** No board is chosen, so whoever else is asked is named. */
  protected readonly asksAnother = computed(() => this.boards().length === 0 || !this.form()?.model().boardId);
  protected readonly wantsEvidence = computed(() => this.status() === 'complete');
  /** What the facts will say once this is sent; before a status is chosen, what they say of the one that stands. */
  protected readonly assessed = computed(() => {
    const desk = this.desk.value();
    const form = this.form();
    if (!desk || !form) return undefined;
    const { facts, setting, overrides } = desk.assessment;
    const today = londonDay(new Date());
    const after = this.status() ? factsAfter(facts, reportOf(form.said()), desk.last?.narrative ?? null, today) : facts;
    return assessAction(after, setting, today, wordIn(desk.words), overrides.map((one) => one.flag));
  });
  /** Asked where the report and the facts part: the report explains it, or becomes another one. */
  protected readonly question = computed(() => {
    const judged = this.assessed();
    if (!judged?.differs || !this.status()) return undefined;
    const against = judged.flags.filter((one) => assessedStatus(judged.reported, [one.weight]) !== judged.reported);
    const word = wordIn(this.desk.value()?.words ?? []);
    return { word: word(judged.assessed), facts: against.map((one, at) => (at === 0 ? flagSays(one, judged.reported, word) : one.fact)).join('; ') };
  });
  protected readonly owed = computed(() => this.desk.value()?.owed ?? []);
  /** The next owed action after this one, in the order of my work; round to the first. */
  protected readonly next = computed(() => {
    const owed = this.owed();
    const at = owed.findIndex((one) => one.id === this.id());
    const rest = [...owed.slice(at + 1), ...owed.slice(0, Math.max(at, 0))];
    return rest.find((one) => one.id !== this.id());
  });
  protected readonly place = computed(() => this.owed().findIndex((one) => one.id === this.id()) + 1);
  protected readonly onBehalf = computed(() => {
    const desk = this.desk.value();
    return desk?.ownerId && !desk.ownerHasAccount && desk.ownerId !== this.me.personId() ? desk : undefined;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const desk = this.desk.value();
      if (!desk || desk.id !== this.id()) return untracked(() => this.form.set(undefined));
      title.say(`Update ${desk.ref}`);
      untracked(() => this.start(desk));
    });
  }

  /** A report begun before is simply gone on with: there is one for each action, and it says so. */
  private start(desk: UpdateDesk): void {
    const form: Typing = new ContractForm(UpdateTyped, { onBehalfOfId: this.onBehalf()?.ownerId ?? '', boardId: desk.boardId, restricted: desk.last?.restricted ?? false }, { rules: (said) => wrong(said, desk), injector: this.injector, draft: `update.${desk.id}` });
    this.restored.set(!!form.kept());
    form.takeBack();
    this.form.set(form);
  }

  protected async report(form: Typing, goOn: boolean): Promise<void> {
    const next = this.next();
    const done = await form.submit(async (said) => {
      try {
        await this.api.ask(updateRoutes.report, { params: { id: this.id() }, body: { ...reportOf(said), correctsId: this.corrects() ?? null } });
      } catch (thrown) {
        throw placed(refusedBy(thrown));
      }
    });
    if (!done) return;
    this.toasts.say(`${this.desk.value()?.ref ?? ''} reported.`);
    const slug = this.here.slug();
    await this.router.navigate(goOn && next ? ['/', slug, 'actions', next.id, 'update'] : this.place() > 0 ? ['/', slug, 'my-work'] : ['/', slug, 'actions', this.id()]);
  }

  /** The two questions are open where one is answered. */
  protected judges(form: Typing): boolean {
    const { deliveryConfidence, outcomeConfidence } = form.model();
    return deliveryConfidence !== '' || outcomeConfidence !== '';
  }

  protected readonly text = (tree: unknown): FieldTree<string> => tree as FieldTree<string>;

  protected discard(): void {
    this.form()?.throwAway();
    const desk = this.desk.value();
    if (desk) this.start(desk);
  }
}

/** The domain's rules, at the fields of the flat form. What was given before counts as well. */
function wrong(said: UpdateTyped, desk: UpdateDesk) {
  const report = reportOf(said);
  const claim = said.status === 'complete' && desk.standing === 0 ? checkClaim({ evidenceKind: desk.evidenceKind, standing: report.evidence ?? [] }) : [];
  const found = [...checkUpdateWords(report, londonDay(new Date())), ...claim].map((one) => ({ ...one, field: flat[one.field] ?? one.field }));
  const half = said.status === 'off_track' && said.what && !said.boardId && !said.fromWhom ? [{ field: 'fromWhom', code: 'rule' as const, message: 'Say who can decide' }] : [];
  return half.length > 0 ? [...found.filter((one) => one.field !== 'what'), ...half] : found;
}

/** The API's refusal, its fields named as the form has them. */
const placed = (refused: Refused): Refused => new Refused({ ...refused.problem, ...(refused.problem.fields ? { fields: refused.problem.fields.map((one) => ({ ...one, field: flat[one.field] ?? one.field })) } : {}) });
