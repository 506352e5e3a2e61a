import { type BodyOf, type NewEvidenceItem, routes } from '@followthrough/contracts';
import { londonDay, monthsAfter } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { Client } from 'pg';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { accept, answerOffer, closePlan, give, look, offer, openPlan, reopen, show, stop, supersede, turnBack } = routes.closures;
const { report } = routes.updates;

/** Every way round closure that the rules forbid: through the API, and as the API's role with raw SQL. */
describe('cheating closure', () => {
  let stage: Stage;
  let owner: Caller;
  let lead: Caller;
  let verifier: Caller;
  let planId: string;
  let mustId: string;
  beforeAll(async () => {
    stage = await openStage();
    [owner, lead, verifier] = [await stage.person(['lead']), await stage.person(['lead']), await stage.person(['executive'])];
    planId = await aPlan(lead);
    const [framework] = (await lead.ask(routes.frameworks.list)).items;
    const { id: reviewId } = await lead.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: 'Review' } });
    mustId = (await lead.ask(routes.findings.add, { body: { reviewId, ref: '1', quotation: 'Leaders must share one plan', kind: 'challenge', force: 'must', themes: [] } })).id;
  });
  afterAll(() => stage.close());

  const seen = (more: Partial<NewEvidenceItem> = {}): NewEvidenceItem => ({ kind: 'observation', line: 'first', title: 'Visit of the ward', words: 'In use at both desks', ...more });
  const owned = (more: Partial<BodyOf<typeof routes.actions.add>> = {}): Promise<string> => anAction(lead, planId, { ownerId: owner.personId, evidenceKind: 'observation', ...more });
  const claim = (id: string, by: Caller = owner, evidence = [seen()]) => by.ask(report, { params: { id }, body: { status: 'complete', narrative: 'Done', evidence } });
  const claimed = async (more: Partial<BodyOf<typeof routes.actions.add>> = {}): Promise<string> => {
    const id = await owned(more);
    await claim(id);
    return id;
  };
  const refused = async (asked: Promise<{ readonly problem: { readonly status: number; readonly code: string; readonly detail?: string; readonly fields?: readonly { readonly field: string; readonly message: string }[] } }>) => {
    const { problem } = await asked;
    return `${problem.code}: ${problem.fields?.map(({ field, message }) => `${field} ${message}`).join('; ') ?? problem.detail ?? ''}`;
  };
  const state = async (id: string) => (({ status, state: step, disposition }) => ({ status, step, disposition }))(await lead.ask(show, { params: { id } }));
  const waiting = { status: 'complete', step: 'claimed', disposition: null };
  const ELSE = /^rule: Somebody who neither owns/;

  /** Time goes by, which nobody can bring about through the API: the looks are due on these days before today. */
  const monthsLater = async (id: string, days: readonly [number, number]) => {
    await stage.owner.query('alter table sustain_check disable trigger user');
    for (const [at, months] of [3, 6].entries()) await stage.owner.query('update sustain_check set due_on = today() - $3::integer where action_id = $1 and months = $2 and result is null', [id, months, days[at]]);
    await stage.owner.query('alter table sustain_check enable trigger user');
  };
  /** The first look was on an earlier day. */
  const dayLater = async (id: string) => {
    await stage.owner.query('alter table sustain_check disable trigger user');
    await stage.owner.query('update sustain_check set checked_on = checked_on - 1 where action_id = $1 and result is not null', [id]);
    await stage.owner.query('alter table sustain_check enable trigger user');
  };
  const lookAt = async (id: string, months: number): Promise<string> => (await lead.ask(show, { params: { id } })).looks.find((one) => one.months === months)?.id ?? '';
  const held = { result: 'held' as const, seen: 'Asked ten people: all were called back' };

  it('verifies nothing of one’s own: not the owner, not who reported it, not who it was reported for, not the owner it was taken from', async () => {
    const id = await claimed();
    expect(await refused(owner.try(accept, { params: { id }, body: {} }))).toMatch(ELSE);
    expect(await refused(owner.try(turnBack, { params: { id }, body: { reason: 'Not yet' } }))).toMatch(ELSE);
    // Given away after the claim, and back again.
    await lead.ask(routes.actions.edit, { params: { id }, body: { ownerId: verifier.personId, version: (await lead.ask(routes.actions.page, { params: { id } })).version } });
    expect(await refused(owner.try(accept, { params: { id }, body: {} }))).toMatch(ELSE);
    expect(await refused(verifier.try(accept, { params: { id }, body: {} }))).toMatch(ELSE);
    expect(await state(id)).toEqual(waiting);

    const byLead = await owned();
    await claim(byLead, lead);
    for (const one of [lead, owner]) expect(await refused(one.try(accept, { params: { id: byLead }, body: {} }))).toMatch(ELSE);
    expect(await verifier.ask(accept, { params: { id: byLead }, body: {} })).toMatchObject({ state: 'accepted', disposition: 'done' });

    const { rows } = await stage.owner.query<{ id: string }>(`insert into person (locality_id, name) select id, 'Head of Discharge' from locality where slug = 'northmoor' returning id`);
    const absent = rows[0]?.id ?? '';
    const onBehalf = await owned({ ownerId: absent });
    await lead.ask(report, { params: { id: onBehalf }, body: { status: 'complete', onBehalfOfId: absent, evidence: [seen()] } });
    // Whoever it was said for gets an account afterwards, and another owner.
    await stage.owner.query(`update membership set person_id = $1 where person_id = $2`, [absent, (await stage.person(['executive'])).personId]);
    await lead.ask(routes.actions.edit, { params: { id: onBehalf }, body: { ownerId: lead.personId, version: (await lead.ask(routes.actions.page, { params: { id: onBehalf } })).version } });
    expect(await refused(lead.try(accept, { params: { id: onBehalf }, body: {} }))).toMatch(ELSE);
    expect((await stage.owner.query<{ party: boolean }>('select kernel.is_party(a, $2) as party from action a where id = $1', [onBehalf, absent])).rows).toEqual([{ party: true }]);
  });

  it('closes nothing without evidence, with another kind, with old evidence, or with what was corrected since', async () => {
    const id = await owned();
    expect(await refused(owner.try(report, { params: { id }, body: { status: 'complete' } }))).toMatch(/^rule: evidence Give an observation/);
    expect(await refused(owner.try(report, { params: { id }, body: { status: 'complete', evidence: [seen({ kind: 'document', url: 'https://council.example/minutes' })] } }))).toMatch(/^rule: evidence Give an observation/);
    expect(await refused(owner.try(report, { params: { id }, body: { status: 'complete', evidence: [seen({ words: null })] } }))).toMatch(/^rule: evidence\.0\.words/);
    expect(await state(id)).toEqual({ status: 'not_started', step: null, disposition: null });
    await claim(id);
    await verifier.ask(turnBack, { params: { id }, body: { reason: 'One desk only' } });
    expect(await state(id)).toEqual({ status: 'on_track', step: 'returned', disposition: null });
    expect(await refused(owner.try(report, { params: { id }, body: { status: 'complete' } }))).toMatch(/^rule: evidence Give an observation/);
    // Given again and then corrected to another kind: what is left is none of the kind agreed.
    const { evidence: [first] } = await owner.ask(give, { params: { id }, body: seen({ title: 'Both desks' }) });
    await owner.ask(report, { params: { id }, body: { status: 'complete' } });
    await owner.ask(give, { params: { id }, body: seen({ kind: 'testimony', correctsId: first?.id ?? '' }) });
    expect(await refused(verifier.try(accept, { params: { id }, body: {} }))).toMatch(/^rule: Give an observation/);
    expect(await refused(owner.try(give, { params: { id }, body: seen({ correctsId: first?.id ?? '' }) }))).toMatch(/^already_done/);
    expect(await refused(owner.try(give, { params: { id: await owned() }, body: seen({ correctsId: first?.id ?? '' }) }))).toMatch(/not of this action/);
  });

  it('changes the kind of evidence with a reason only, and never under a claim', async () => {
    const id = await owned();
    const { edit } = routes.actions;
    expect(await refused(owner.try(edit, { params: { id }, body: { evidenceKind: 'testimony', version: 1 } }))).toMatch(/^rule: reason/);
    await claim(id);
    expect(await refused(owner.try(edit, { params: { id }, body: { evidenceKind: 'testimony', reason: 'Easier', version: 1 } }))).toMatch(/^rule: evidenceKind/);
    expect(await refused(owner.try(edit, { params: { id }, body: { evidenceKind: null, reason: 'Easier', version: 1 } }))).toMatch(/^rule: evidenceKind/);
  });

  it('closes what answers a finding that says must on second-line evidence alone, even when the finding is taken off after the claim', async () => {
    const id = await claimed({ findingIds: [mustId] });
    expect(await refused(verifier.try(accept, { params: { id }, body: {} }))).toMatch(/second line/);
    const { version } = await lead.ask(routes.actions.page, { params: { id } });
    await owner.ask(routes.actions.edit, { params: { id }, body: { removeFindings: [mustId], version } });
    expect(await refused(verifier.try(accept, { params: { id }, body: {} }))).toMatch(/second line/);
    await verifier.ask(give, { params: { id }, body: seen({ kind: 'document', line: 'third', url: 'https://audit.example/1' }) });
    expect(await refused(verifier.try(accept, { params: { id }, body: {} }))).toMatch(/second line/);
    await verifier.ask(give, { params: { id }, body: seen({ line: 'second' }) });
    expect(await verifier.ask(accept, { params: { id }, body: {} })).toMatchObject({ disposition: 'done', looks: [3, 6].map((months) => ({ months, dueOn: monthsAfter(londonDay(new Date()), months), result: null })) });
  });

  it('accepts nothing while a measure of it is worse than at its baseline', async () => {
    const id = await claimed();
    const { id: measure } = await lead.ask(routes.measures.add, { body: { title: 'Days until somebody is home', unit: 'days', direction: 'down', actionIds: [id] } });
    await stage.owner.query('update measure set baseline_value = 4, latest_value = 5, latest_on = today() where id = $1', [measure]);
    expect(await refused(verifier.try(accept, { params: { id }, body: {} }))).toMatch(/Days until somebody is home” is worse than at the baseline/);
    await stage.owner.query('update measure set latest_value = 4 where id = $1', [measure]);
    expect(await verifier.ask(accept, { params: { id }, body: {} })).toMatchObject({ disposition: 'done', worse: [] });
  });

  it('embeds nothing by reporting it, editing it, merging a stale edit or importing it', async () => {
    const id = await claimed();
    await verifier.ask(accept, { params: { id }, body: {} });
    for (const one of [owner, verifier, lead]) {
      const { problem } = await one.try(report, { params: { id }, body: { status: 'embedded', evidence: [seen()] } });
      expect(['rule', 'not_permitted']).toContain(problem.code);
    }
    for (const body of [{ status: 'embedded' }, { closureState: 'sustained' }, { disposition: 'done' }, { closedOn: '2026-01-01' }])
      expect((await owner.try(routes.actions.edit, { params: { id }, body: { ...body, title: 'Better', version: 1 } as never })).problem).toMatchObject({ code: 'bad_input', fields: [{ code: 'unknown_field' }] });
    const { problem } = await lead.try(routes.actions.add, { body: { planId, ref: 'E1', title: 'Done already', horizon: 'medium', status: 'embedded' } as never });
    expect(problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'status', code: 'unknown_field' }] });
    expect(await state(id)).toEqual({ status: 'complete', step: 'accepted', disposition: 'done' });
  });

  it('looks neither early, nor alone, nor twice on one day, nor out of order; then it is embedded', async () => {
    const id = await claimed();
    await verifier.ask(accept, { params: { id }, body: {} });
    const [three, six] = [await lookAt(id, 3), await lookAt(id, 6)];
    expect(await refused(verifier.try(look, { params: { id: three }, body: held }))).toMatch(/too early/);
    await monthsLater(id, [92, 1]);
    expect(await refused(owner.try(look, { params: { id: three }, body: held }))).toMatch(/must say that it has held/);
    expect(await refused(verifier.try(look, { params: { id: six }, body: held }))).toMatch(/comes first/);
    expect(await verifier.ask(look, { params: { id: three }, body: held })).toMatchObject({ state: 'accepted' });
    expect(await refused(verifier.try(look, { params: { id: three }, body: held }))).toMatch(/recorded already/);
    expect(await refused(verifier.try(look, { params: { id: six }, body: held }))).toMatch(/a day before this one/);
    await dayLater(id);
    expect(await refused(owner.try(look, { params: { id: six }, body: held }))).toMatch(/must say that it has held/);
    expect(await verifier.ask(look, { params: { id: six }, body: held })).toMatchObject({ state: 'sustained', status: 'embedded', disposition: 'done' });
    expect((await lead.ask(routes.actions.page, { params: { id } })).updates[0]).toMatchObject({ status: 'embedded', evidence: held.seen });
  });

  it('opens again with everything kept when it has not held, which the owner may say too; a new claim needs new evidence', async () => {
    const id = await claimed();
    await verifier.ask(accept, { params: { id }, body: {} });
    await monthsLater(id, [1, -90]);
    const first = await lookAt(id, 3);
    expect(await owner.ask(look, { params: { id: first }, body: { result: 'not_held', seen: 'The rota lapsed in May' } })).toMatchObject({ state: 'reopened', status: 'on_track', disposition: null, steps: [{ state: 'reopened', reason: 'The rota lapsed in May' }, { state: 'accepted' }, { state: 'claimed' }] });
    expect(await refused(verifier.try(look, { params: { id: first }, body: held }))).toMatch(/opened again since/);
    expect(await refused(owner.try(report, { params: { id }, body: { status: 'complete' } }))).toMatch(/^rule: evidence/);
    expect((await owner.ask(routes.myWork.read)).actions.find((one) => one.id === id)).toMatchObject({ updateDue: true });
    await claim(id);
    await verifier.ask(accept, { params: { id }, body: {} });
    expect((await lead.ask(show, { params: { id } })).looks).toMatchObject([{ result: null }, { result: null }]);
    expect(await refused(owner.try(report, { params: { id }, body: { status: 'on_track' } }))).toMatch(/^rule: status It is closed/);
    expect(await lead.ask(reopen, { params: { id }, body: { reason: 'The contract ended' } })).toMatchObject({ state: 'reopened', status: 'on_track', disposition: null });
  });

  it('hands over nothing that nobody has accepted, or that its owner or whoever offered it says was accepted', async () => {
    const id = await owned();
    const programme = await lead.ask(routes.programmes.add, { body: { name: 'Ageing well' } });
    const { transfer } = await lead.ask(offer, { params: { id }, body: { programmeId: programme.id, newOwner: 'Their lead', reason: 'It is theirs' } });
    expect(await state(id)).toEqual({ status: 'not_started', step: null, disposition: null });
    const accepting = { params: { id: transfer?.id ?? '' }, body: { state: 'accepted' as const, answeredBy: 'Their lead' } };
    for (const one of [lead, owner]) expect(await refused(one.try(answerOffer, accepting))).toMatch(/must record that it was taken over/);
    expect(await refused(lead.try(offer, { params: { id }, body: { receiver: 'The trust', newOwner: 'Its chief', reason: 'Twice' } }))).toMatch(/^already_done/);
    const another = await stage.person(['lead']);
    expect(await refused(another.try(answerOffer, { ...accepting, body: { state: 'accepted' as const } }))).toMatch(/Say who answered/);
    expect(await another.ask(answerOffer, accepting)).toMatchObject({ state: 'transferred', disposition: 'transferred', steps: [{ receiver: 'Ageing well, Their lead', agreedBy: 'Their lead' }] });
    expect(await refused(another.try(answerOffer, accepting))).toMatch(/^already_done/);
  });

  it('stops with an agreement, replaces in no ring, and closes a plan only when nothing is left open', async () => {
    const plan = await aPlan(lead);
    const [a, b, c] = [await anAction(lead, plan), await anAction(lead, plan), await anAction(lead, plan, { ownerId: owner.personId })];
    const learned = { together: 'Weekly', helped: 'One room', hindered: 'Two systems', agreedBy: 'The board' };
    expect(await refused(lead.try(closePlan, { params: { id: plan }, body: learned }))).toMatch(/^rule: 3 of its actions/);
    expect((await lead.try(stop, { params: { id: a }, body: { reason: 'No money' } as never })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'agreedBy' }] });
    expect(await refused(lead.try(supersede, { params: { id: a }, body: { byActionId: a, reason: 'Itself' } }))).toMatch(/^rule: byActionId/);
    await lead.ask(supersede, { params: { id: a }, body: { byActionId: b, reason: 'The same work' } });
    expect(await refused(lead.try(supersede, { params: { id: b }, body: { byActionId: a, reason: 'And back' } }))).toMatch(/^rule: byActionId/);
    await lead.ask(stop, { params: { id: b }, body: { reason: 'No money', agreedBy: 'The board' } });
    await claim(c);
    expect(await refused(lead.try(stop, { params: { id: c }, body: { reason: 'Instead', agreedBy: 'The board' } }))).toMatch(/waits for somebody to verify/);
    expect(await refused(lead.try(closePlan, { params: { id: plan }, body: learned }))).toMatch(/^rule: 1 of its actions/);
    await verifier.ask(accept, { params: { id: c }, body: {} });
    expect(await lead.ask(closePlan, { params: { id: plan }, body: learned })).toMatchObject({ done: 1, stopped: 1, superseded: 1, unfinished: 0, looks: 2, retrospectives: [learned] });
    expect(await refused(lead.try(closePlan, { params: { id: plan }, body: learned }))).toMatch(/^already_done/);
    // Nothing open comes into a closed plan by a side door.
    expect(await refused(lead.try(routes.actions.add, { body: { planId: plan, ref: 'N', title: 'New', horizon: 'medium' } }))).toMatch(/plan is closed/);
    expect(await refused(lead.try(reopen, { params: { id: b }, body: { reason: 'Money came' } }))).toMatch(/plan is closed/);
    await lead.ask(openPlan, { params: { id: plan }, body: { reason: 'Money came' } });
    expect(await lead.ask(reopen, { params: { id: b }, body: { reason: 'Money came' } })).toMatchObject({ state: 'reopened', disposition: null });
  });

  it('lets neither role nor locality go round it', async () => {
    const id = await claimed();
    const friend = await stage.person(['critical_friend']);
    const elsewhere = await stage.person(['lead', 'executive'], 'eastvale');
    expect((await friend.try(accept, { params: { id }, body: {} })).problem.code).toBe('not_permitted');
    for (const one of [elsewhere.try(show, { params: { id } }), elsewhere.try(accept, { params: { id }, body: {} }), elsewhere.try(give, { params: { id }, body: seen() })]) expect((await one).problem.code).toBe('not_found');
    await owner.ask(give, { params: { id }, body: seen({ title: 'Names of staff', restricted: true }) });
    const expert = await stage.person(['expert']);
    expect((await expert.ask(show, { params: { id } })).evidence[0]).toMatchObject({ title: 'Restricted evidence', words: null, withheld: true });
  });

  describe('as the API’s own role, with raw SQL', () => {
    let db: Client;
    beforeAll(async () => {
      db = new Client({ connectionString: stage.apiUrl });
      await db.connect();
    });
    afterAll(() => db.end());
    const as = async (who: Caller, sql: string, values: readonly unknown[] = []): Promise<string> => {
      await db.query('begin');
      try {
        await db.query(`select set_config('app.locality', $1, true), set_config('app.person', $2, true)`, [place, who.personId]);
        const { rowCount } = await db.query(sql, [...values]);
        return `done: ${rowCount}`;
      } catch (thrown) {
        return (thrown as Error).message;
      } finally {
        await db.query('rollback');
      }
    };
    let place: string;
    beforeAll(async () => {
      place = (await stage.owner.query<{ id: string }>(`select id from locality where slug = 'northmoor'`)).rows[0]?.id ?? '';
    });

    it('marks nothing embedded, closed or accepted, alters nothing that was said, and speaks for nobody else', async () => {
      const id = await claimed();
      const accepted = await claimed();
      await verifier.ask(accept, { params: { id: accepted }, body: {} });
      await monthsLater(accepted, [92, 1]);
      const { rows: [row] } = await stage.owner.query<{ six: string; three: string; accepted: string; evidence: string }>(
        `select (select k.id from sustain_check k where k.action_id = $1 and k.months = 6) as six, (select k.id from sustain_check k where k.action_id = $1 and k.months = 3) as three,
           (select c.id from closure c where c.action_id = $1 and c.state = 'accepted') as accepted, (select e.id from evidence e where e.action_id = $1 limit 1) as evidence`, [accepted]);
      const tries: readonly (readonly [Caller, string, readonly unknown[], RegExp])[] = [
        [verifier, `update action set status = 'embedded' where id = $1`, [accepted], /is embedded once/],
        [verifier, `update action set closure_state = 'sustained', disposition = 'done', closed_on = today() where id = $1`, [id], /step by step/],
        [verifier, `insert into action (plan_id, ref, title, status) values ($1, 'RAW', 'Raw', 'embedded')`, [planId], /begins open/],
        [verifier, `insert into status_update (action_id, status, evidence) values ($1, 'embedded', 'Trust me')`, [accepted], /Embedded is not reported/],
        [verifier, `insert into closure (action_id, state) values ($1, 'sustained')`, [accepted], /has not been seen to hold/],
        [owner, `insert into closure (action_id, state) values ($1, 'accepted')`, [id], /neither owns/],
        [owner, `insert into closure (action_id, state, person_id) values ($1, 'accepted', $2)`, [id, verifier.personId], /permission denied/],
        [verifier, `insert into closure (action_id, state) values ($1, 'reopened')`, [accepted], /closure_reason/],
        [verifier, `update closure set person_id = $2 where action_id = $1`, [accepted, owner.personId], /permission denied/],
        [verifier, `insert into sustain_check (action_id, closure_id, months, due_on, result, seen, checked_on) values ($1, $2, 3, today(), 'held', 'x', today())`, [id, row?.accepted], /permission denied/],
        [verifier, `update sustain_check set due_on = today() where action_id = $1`, [accepted], /permission denied/],
        [owner, `update sustain_check set result = 'held', seen = 'x' where id = $1`, [row?.three], /must say that it has held/],
        [owner, `update sustain_check set result = 'held', seen = 'x', checked_by = $2 where id = $1`, [row?.three, verifier.personId], /permission denied/],
        [verifier, `update sustain_check set result = 'held', seen = 'x' where id = $1`, [row?.six], /comes first/],
        [verifier, `update evidence set title = 'Better' where id = $1`, [row?.evidence], /permission denied/],
        [verifier, `delete from evidence where id = $1`, [row?.evidence], /permission denied/],
        [owner, `insert into evidence (action_id, kind, line, title, words, given_by) values ($1, 'observation', 'third', 'x', 'x', $2)`, [id, verifier.personId], /permission denied/],
        [verifier, `update plan set closed_on = today() where id = $1`, [planId], /retrospective/],
        [verifier, `insert into retrospective (plan_id, together, helped, hindered, agreed_by) values ($1, 'x', 'x', 'x', 'x')`, [planId], /are not done/],
        [verifier, `alter table action disable trigger guard_closing`, [], /must be owner/],
      ];
      for (const [who, sql, values, says] of tries) expect({ sql, said: await as(who, sql, values) }).toEqual({ sql, said: expect.stringMatching(says) as string });
      // The same in its right place is taken, so it was the rule that refused.
      expect(await as(verifier, `insert into closure (action_id, state) values ($1, 'accepted')`, [id])).toBe('done: 1');
      expect(await as(verifier, `update sustain_check set result = 'held', seen = 'x' where id = $1`, [row?.three])).toBe('done: 1');
    });
  });
});
