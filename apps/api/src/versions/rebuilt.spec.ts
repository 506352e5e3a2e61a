import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';
import { namesOf, PARTS } from './state.sql';

interface Part {
  readonly action_id: string | null;
  readonly state: unknown;
  readonly names: unknown;
}

/** Everything that can happen to a plan, as SQL with the ids in place: `$action`, `$organisation`, `$finding`, `$person`, `$plan`, and a `$word`. */
const HAPPENINGS = [
  `update action set title = '$word', description = nullif('$word', 'none') where id = '$action'`,
  `update action set owner_id = '$person', days_needed = length('$word') where id = '$action'`,
  `update action set accountable_organisation_id = '$organisation', restricted = array['risks'], risks = '$word' where id = '$action'`,
  `update action set start_text = '$word', next_steps = null where id = '$action'`,
  `update action set withdrawn_at = case when withdrawn_at is null then now() end where id = '$action'`,
  `insert into action_organisation (action_id, organisation_id) values ('$action', '$organisation') on conflict do nothing`,
  `delete from action_organisation where action_id = '$action' and organisation_id = '$organisation'`,
  `insert into action_finding (action_id, finding_id) values ('$action', '$finding') on conflict do nothing`,
  `delete from action_finding where action_id = '$action'`,
  `insert into action_cause (action_id, cause_id) select '$action', id from cause order by text limit 1 on conflict do nothing`,
  `delete from action_cause where action_id = '$action'`,
  `insert into dependency (first_id, then_id, kind) select '$action', max(id::text)::uuid, 'enables' from action where plan_id = '$plan' having max(id::text) > '$action' on conflict do nothing`,
  `delete from dependency where first_id = '$action'`,
  `insert into action_programme (action_id, programme_id) select '$action', id from programme limit 1 on conflict do nothing`,
  `delete from action_programme where action_id = '$action'`,
  `update programme set name = '$word'`,
  `update cause set text = '$word'`,
  `insert into action (plan_id, ref, title) values ('$plan', uuidv7()::text, '$word')`,
  `update organisation set name = '$word ' || id where id = '$organisation'`,
  `update person set name = '$word' where id = '$person'`,
  `update plan set aim = '$word' where id = '$plan'`,
  `update action set ref = uuidv7()::text, horizon = (array['quick_win', 'medium', 'deep_rooted'])[1 + length('$word') % 3], priority = 'high' where id = '$action'`,
  `update action set theme = '$word', accountable_person_id = '$person', resources = '$word', success_measure = nullif('$word', 'some') where id = '$action'`,
  `update action set theme = null, accountable_person_id = null, resources = null, success_measure = null, priority = null where id = '$action'`,
  `insert into action_outcome (action_id, outcome_id) select '$action', id from outcome limit 1 on conflict do nothing`,
  `delete from action_outcome where action_id = '$action'`,
  'approve',
  'decide',
] as const;

describe('the state of a plan in its past', () => {
  let stage: Stage;
  let lead: Caller;
  let day: string;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    day = (await stage.owner.query<{ day: string }>('select today()::text as day')).rows[0]?.day ?? '';
    await stage.owner.query(`select set_config('app.locality', id::text, false), set_config('app.reason', 'It happened', false) from locality where slug = 'northmoor'`);
  });
  afterAll(() => stage.close());

  /** By the version's place in the history, or by the clock at which it was recorded. */
  async function rebuilt(planId: string, versionId: string, by: 'place' | 'clock'): Promise<Part[]> {
    const point = `select 1 as side, h.row_id as version_id, true as is_made, ${by === 'place' ? `h.position, '-infinity'::timestamptz as since` : '0 as position, h.at as since'} from audit h where h.row_id = '${versionId}' and h.change = 'insert'`;
    return (await stage.owner.query<Part>(`with point as materialized (${point}), ${PARTS} select x.action_id, x.state, case when x.action_id is null then ${namesOf('p')} else '{}' end as names from part x cross join point p order by 1`, [planId])).rows;
  }

  /** A board approves or declines some of the amendments that there are. */
  async function decided(planId: string, boardId: string, which: number): Promise<void> {
    const { items } = await lead.ask(routes.versions.amendments, { params: { id: planId } });
    const said = items.filter((_, at) => (at + which) % 3 > 0).map(({ actionId, field, item, position }, at) => ({ actionId, field, item, position: position ?? 0, decision: (at + which) % 2 === 0 ? ('approved' as const) : ('declined' as const) }));
    if (said.length > 0) await lead.ask(routes.versions.decide, { params: { id: planId }, body: { boardId, decidedOn: day, amendments: said } });
  }

  const frozen = async (versionId: string): Promise<Part[]> => (await stage.owner.query<Part>('select action_id, state, names from plan_version_part where version_id = $1 order by action_id', [versionId])).rows;

  it('rebuilt from the audit is what was frozen at that moment, and what is counted of it is what the comparison finds', async () => {
    const organisations: string[] = [];
    for (const name of ['One', 'Two', 'Three']) organisations.push((await lead.ask(routes.organisations.add, { body: { name, kind: 'other', aliases: [] } })).id);
    const people: string[] = [];
    for (const name of ['Ann', 'Ben']) people.push((await lead.ask(routes.people.add, { body: { name } })).id);
    const [framework] = (await lead.ask(routes.frameworks.list)).items;
    const { id: reviewId } = await lead.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: 'Review' } });
    const findings: string[] = [];
    for (const ref of ['1', '2']) findings.push((await lead.ask(routes.findings.add, { body: { reviewId, ref, quotation: `Finding ${ref}`, kind: 'challenge', force: 'must', themes: [] } })).id);
    const summit = await lead.ask(routes.summits.add, { body: { title: 'Summit', heldOn: '2026-03-01' } });
    await lead.ask(routes.summits.addOutcome, { params: { id: summit.id }, body: { agreedOn: '2026-03-01', kind: 'commitment', text: 'One front door', organisationIds: [organisations[0] ?? ''] } });
    await stage.owner.query(`insert into programme (name) values ('Digital front door')`);
    await stage.owner.query(`insert into cause (text) values ('No shared view of demand')`);
    const happening = fc.record({ what: fc.constantFrom(...HAPPENINGS), which: fc.nat(50), word: fc.constantFrom('none', 'some', 'other', 'more') });
    const boardId = await aBoard(lead);
    let [versions, amendments, decisions] = [0, 0, 0];

    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 30 }), async (happened) => {
        // Approved early, so that the rest are amendments.
        const happenings = [...happened.slice(0, 2), { what: 'approve' as const, which: 0, word: 'first' }, ...happened.slice(2)];
        const planId = await aPlan(lead);
        for (let n = 0; n < 3; n += 1) await anAction(lead, planId, { dueOn: '2027-03-31' });
        for (const { what, which, word } of happenings) {
          if (what === 'decide') await decided(planId, boardId, which);
          else if (what === 'approve') await lead.try(routes.versions.approve, { params: { id: planId }, body: { boardId, approvedOn: day } });
          else {
            const { rows: actions } = await stage.owner.query<{ id: string }>('select id from action where plan_id = $1 order by id', [planId]);
            const one = (ids: readonly string[]): string => ids[which % ids.length] ?? '';
            const ids = { action: one(actions.map(({ id }) => id)), organisation: one(organisations), finding: one(findings), person: one(people), plan: planId, word };
            await stage.owner.query(what.replace(/\$(\w+)/g, (_, name: keyof typeof ids) => ids[name]));
          }
        }
        const { waiting, approved, declined, items } = await lead.ask(routes.versions.amendments, { params: { id: planId } });
        amendments += items.length;
        decisions += approved + declined;
        expect(await lead.ask(routes.versions.list, { params: { id: planId } })).toMatchObject({ waiting, approved, declined });
        const { rows } = await stage.owner.query<{ id: string }>('select id from plan_version where plan_id = $1', [planId]);
        for (const { id } of rows) {
          versions += 1;
          const then = await frozen(id);
          expect(await rebuilt(planId, id, 'place')).toEqual(then);
          expect(await rebuilt(planId, id, 'clock')).toEqual(then);
        }
      }),
      { numRuns: 40 },
    );
    expect(versions).toBeGreaterThan(25);
    expect(amendments).toBeGreaterThan(25);
    expect(decisions).toBeGreaterThan(5);
  });
});
