import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, Injector, input, signal, untracked } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type UpdateDesk, updateRoutes } from '@followthrough/contracts';
import { assessAction, assessedStatus, checkClaim, checkUpdateWords, draftToGoOnWith, type DraftToGoOnWith, factsAfter, flagSays, londonDay } from '@followthrough/domain';
import { Button, Card, CheckField, DateField, Failed, Notice, NumberField, ProseField, SelectField, Skeleton, TextField, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { Drafts } from '../api/drafts';
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
import { DesksAhead } from './desks-ahead';
import { DraftCopy } from './draft-copy';
import { RestoredDraft } from './restored-draft';
import { StatusChoice } from './status-choice';
import { flat, reportOf, UpdateTyped } from './update-form';
import { WaitingUpdates } from './waiting-updates';

type Typing = ContractForm<UpdateTyped>;

/** Reports how an action is going, in under a minute: last time beside now, this locality's words, and the next one a key away. */
@Component({
  selector: 'ft-update',
  imports: [FormField, RouterLink, Button, Card, CheckField, DateField, Failed, Notice, NumberField, ProseField, SelectField, Skeleton, TextField, UkDate, AssessedList, ConfidenceChoice, EvidenceFields, RestoredDraft, SaidStatus, StatusChoice],
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
  private readonly drafts = inject(Drafts);
  private readonly ahead = inject(DesksAhead);
  protected readonly waiting = inject(WaitingUpdates);
  private readonly injector = inject(Injector);
  protected readonly desk = screen(updateRoutes.desk, () => ({ params: { id: this.id() } }));
  protected readonly form = signal<Typing | undefined>(undefined);
  protected readonly savedAt = computed(() => {
    const typing = this.form()?.typing();
    if (!typing) return '';
    const at = new Date(typing.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    return this.copy()?.has() === typing ? `Draft saved ${at}, for your other devices too` : `Draft saved on this device ${at}`;
  });
  private readonly copy = signal<DraftCopy | undefined>(undefined);
  protected readonly restored = signal<DraftToGoOnWith | null>(null);
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
  /** What waits on this device to be sent is done, as far as whoever reports is concerned. */
  protected readonly owed = computed(() => (this.desk.value()?.owed ?? []).filter((one) => one.id === this.id() || !this.waiting.of(one.id)));
  /** The next owed action after this one, in the order of my work; round to the first. */
  private readonly inTurn = computed(() => {
    const owed = this.owed();
    const at = owed.findIndex((one) => one.id === this.id());
    return [...owed.slice(at + 1), ...owed.slice(0, Math.max(at, 0))].filter((one) => one.id !== this.id());
  });
  protected readonly next = computed(() => this.inTurn()[0]);
  protected readonly place = computed(() => this.owed().findIndex((one) => one.id === this.id()) + 1);
  protected readonly onBehalf = computed(() => {
    const desk = this.desk.value();
    return desk?.ownerId && !desk.ownerHasAccount && desk.ownerId !== this.me.personId() ? desk : undefined;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const held = this.desk.refused()?.code === 'unavailable' ? untracked(() => this.ahead.get(this.id())) : undefined;
      if (held) untracked(() => this.desk.set(held));
    });
    effect(() => {
      const typing = this.form()?.typing();
      if (typing) untracked(() => this.copy()?.keep(typing));
    });
    const leave = (): void => this.copy()?.flush();
    document.addEventListener('visibilitychange', leave);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', leave);
      leave();
    });
    effect(() => {
      const desk = this.desk.value();
      if (!desk || desk.id !== this.id()) return untracked(() => this.form.set(undefined));
      title.say(`Update ${desk.ref}`);
      untracked(() => this.start(desk));
      void this.ahead.read(untracked(this.inTurn).map((one) => one.id));
    });
  }

  /** A report begun before is simply gone on with: there is one for each action, and it says so. */
  private start(desk: UpdateDesk): void {
    const form: Typing = new ContractForm(UpdateTyped, { onBehalfOfId: this.onBehalf()?.ownerId ?? '', boardId: desk.boardId, restricted: desk.last?.restricted ?? false }, { rules: (said) => wrong(said, desk), injector: this.injector, draft: `update.${desk.id}` });
    const kept = form.kept();
    const waits = this.waiting.of(desk.id);
    // What waits to be sent is no draft any more, though the server still has it as one.
    const found = waits && !kept ? null : draftToGoOnWith(kept ? { said: kept.said, typedAt: kept.at } : null, waits ? null : desk.draft);
    this.restored.set(found);
    form.kept.set(found ? { said: found.draft.said, at: found.draft.typedAt } : undefined);
    form.takeBack();
    this.copy()?.flush();
    this.copy.set(new DraftCopy(this.api, desk.id));
    this.form.set(form);
  }

  /** The older of two drafts, from now on the newest. */
  protected takeOther(desk: UpdateDesk, { said }: { readonly said: Readonly<Record<string, unknown>> }): void {
    this.drafts.of(`update.${desk.id}`).keep(said);
    this.start(desk);
  }

  protected async report(form: Typing, goOn: boolean): Promise<void> {
    const next = this.next();
    const [desk, copy, typed] = [this.desk.value(), this.copy(), form.typed()];
    if (!desk) return;
    const done = await form.submit(async (typing) => {
      const said = { ...reportOf(typing), correctsId: this.corrects() ?? null };
      const key = crypto.randomUUID();
      const later = (): void => this.waiting.put({ id: desk.id, ref: desk.ref, key, said, typed });
      if (!navigator.onLine) return later();
      try {
        await this.api.ask(updateRoutes.report, { params: { id: desk.id }, body: said, key });
      } catch (thrown) {
        const refused = refusedBy(thrown);
        // It may have arrived: the same key is sent again, and written once.
        if (refused.code === 'unavailable') return later();
        throw placed(refused);
      }
      this.toasts.say(`${desk.ref} reported.`);
    });
    if (!done) return;
    void copy?.over(false);
    this.ahead.done(desk.id);
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
    const [desk, form, copy] = [this.desk.value(), this.form(), this.copy()];
    if (!desk || !form) return;
    form.throwAway();
    void copy?.over(desk.draft !== null || copy.has() !== undefined);
    this.desk.set({ ...desk, draft: null });
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
