import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { MONTHLY, openOf } from '../testing/cycle-builder';
import { Here } from '../testing/here';
import { aRound, view } from '../testing/round-builder';
import { openStage, type Stage } from '../testing/stage';

const { findings, finding, diagnosis, causes, ladder } = routes.pastFindings;
const today = londonDay(new Date());

/**
 * Everything that can happen between a finding and an action, as SQL with the ids in place: `$finding`, `$other` (a finding),
 * `$cause`, `$deeper` (another cause), `$action`, `$next` (another action), `$criterion`, `$outcome`, `$measure`,
 * `$organisation`, `$person`, `$review`, and a `$word`.
 */
const HAPPENINGS = [
  `update finding set ref = '$word ' || right(id::text, 6), kind = (array['challenge', 'strength', 'good_practice', 'area_for_improvement'])[1 + length('$word') % 4] where id = '$finding'`,
  `update finding set force = case force when 'must' then 'should' else 'must' end, themes = array['$word'] where id = '$finding'`,
  `update finding set quotation = '$word, they said', page = '$word' where id = '$finding' and confirmed_at is null`,
  `update finding set confirmed_at = now(), confirmed_by = '$person' where id = '$finding' and confirmed_at is null`,
  `insert into quotation_correction (finding_id, quotation, reason, corrected_by) select id, '$word', 'A slip', '$person' from finding where id = '$finding' and confirmed_at is not null`,
  `update finding set withdrawn_at = case when withdrawn_at is null then now() end where id = '$finding'`,
  `insert into finding (review_id, ref, quotation, kind, force) values ('$review', uuidv7()::text, 'Came later: $word', 'challenge', 'must')`,
  `insert into finding_criterion (finding_id, criterion_id) values ('$finding', '$criterion') on conflict do nothing`,
  `delete from finding_criterion where finding_id = '$finding'`,
  `insert into action_finding (action_id, finding_id, note) values ('$action', '$finding', '$word') on conflict do nothing`,
  `update action_finding set note = '$word' where action_id = '$action'`,
  `delete from action_finding where finding_id = '$finding'`,
  `delete from action_finding where action_id = '$action'`,
  `insert into finding_cause (finding_id, cause_id) values ('$finding', '$cause') on conflict do nothing`,
  `delete from finding_cause k where finding_id = '$finding' and not exists (select from diagnosis d where d.finding_id = k.finding_id and d.root_cause_id = k.cause_id)`,
  `insert into action_cause (action_id, cause_id) values ('$action', '$cause') on conflict do nothing`,
  `delete from action_cause where cause_id = '$cause'`,
  `update cause set text = '$word ' || id where id = '$cause'`,
  `update cause set deeper_id = case when '$cause' < '$deeper' and deeper_id is null then '$deeper'::uuid end where id = '$cause'`,
  `update cause set withdrawn_at = case when withdrawn_at is null then now() end where id = '$cause'`,
  `insert into cause (text, deeper_id) values ('$word ' || uuidv7(), '$cause')`,
  `insert into diagnosis (finding_id, symptom) values ('$finding', 'People wait: $word') on conflict do nothing`,
  `update diagnosis set symptom = '$word', agreed_text = '$word', deep_rooted = not deep_rooted, root_cause_id = (select cause_id from finding_cause where finding_id = '$finding' limit 1) where finding_id = '$finding' and state = 'open'`,
  `update diagnosis set state = 'agreed', agreed_on = today() where finding_id = '$finding' and root_cause_id is not null and state = 'open'`,
  `update diagnosis set state = 'open', agreed_on = null where finding_id = '$finding' and state = 'agreed'`,
  `insert into why (diagnosis_id, position, text) select d.id, 1 + (select count(*) from why w where w.diagnosis_id = d.id), '$word' from diagnosis d where d.finding_id = '$finding' and d.state = 'open' and (select count(*) from why w where w.diagnosis_id = d.id) < 12`,
  `update why set position = 1 + (select count(*) from why x where x.diagnosis_id = why.diagnosis_id) - position, text = '$word' || position where diagnosis_id in (select id from diagnosis where finding_id = '$finding' and state = 'open')`,
  `insert into why_evidence (why_id, kind, label, url) select w.id, 'link', '$word', 'https://a.example' from why w join diagnosis d on d.id = w.diagnosis_id where d.finding_id = '$finding' and d.state = 'open'`,
  `delete from why_evidence where why_id in (select w.id from why w join diagnosis d on d.id = w.diagnosis_id where d.finding_id = '$finding' and d.state = 'open')`,
  `with gone as (select w.id from why w join diagnosis d on d.id = w.diagnosis_id where d.finding_id = '$finding' and d.state = 'open' and not exists (select from why_evidence e where e.why_id = w.id) order by w.position desc limit 1) delete from why where id in (select id from gone) and position = (select max(x.position) from why x where x.diagnosis_id = why.diagnosis_id)`,
  `insert into finding_measure (finding_id, measure_id) values ('$finding', '$measure') on conflict do nothing`,
  `delete from finding_measure where finding_id = '$finding'`,
  `update measure set title = '$word', unit = '$word' where id = '$measure'`,
  `insert into outcome_finding (outcome_id, finding_id) values ('$outcome', '$finding') on conflict do nothing`,
  `delete from outcome_finding where finding_id = '$finding'`,
  `update outcome set text = '$word' where id = '$outcome'`,
  `insert into dependency (first_id, then_id, kind) select '$action', '$next', 'enables' where '$action' < '$next' on conflict do nothing`,
  `delete from dependency where first_id = '$action'`,
  `update action set title = '$word', horizon = (array['quick_win', 'medium', 'deep_rooted'])[1 + length('$word') % 3], theme = nullif('$word', 'none') where id = '$action'`,
  `update action set owner_id = '$person', accountable_organisation_id = '$organisation' where id = '$action'`,
  `update action set withdrawn_at = case when withdrawn_at is null then now() end where id = '$action'`,
  `insert into action_organisation (action_id, organisation_id) values ('$action', '$organisation') on conflict do nothing`,
  `delete from action_organisation where action_id = '$action'`,
  `update organisation set name = '$word ' || id where id = '$organisation'`,
  `update person set name = '$word' where id = '$person'`,
  `update review set title = '$word', body = '$word' where id = '$review'`,
  `update summit set title = '$word'`,
  `update plan set title = '$word ' || id`,
  'report',
  'ask',
] as const;

describe('findings and what hangs on them, as at a moment that has been', () => {
  let stage: Stage;
  let here: Here;
  let lead: Caller;
  const ids = { finding: [] as string[], cause: [] as string[], action: [] as string[], criterion: [] as string[], organisation: [] as string[], person: [] as string[], outcome: [] as string[], measure: [] as string[], review: [] as string[] };
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
    lead = here.lead;
    await stage.owner.query(`select set_config('app.locality', id::text, false), set_config('app.reason', 'It happened', false) from locality where slug = 'northmoor'`);
    for (let n = 0; n < 4; n += 1) ids.finding.push((await here.finding()).id);
    for (let n = 0; n < 4; n += 1) ids.cause.push(await here.causeId());
    for (let n = 0; n < 4; n += 1) ids.action.push((await here.action({ dueOn: n % 2 === 0 ? '2090-01-31' : '2020-01-31' })).id);
    for (let n = 0; n < 2; n += 1) ids.outcome.push((await here.outcome()).id);
    ids.measure.push(await here.measureId());
    ids.organisation.push(here.organisationId);
    ids.person.push(here.personId, lead.personId ?? '');
    ids.review.push(here.reviewId);
    ids.criterion.push(...((await lead.ask(routes.frameworks.list)).items.find((one) => one.id === here.frameworkId)?.criteria ?? []).slice(0, 3).map((one) => one.id));
  });
  afterAll(() => stage.close());

  async function happen(what: (typeof HAPPENINGS)[number], which: number, word: string): Promise<void> {
    const of = (list: readonly string[], more = 0): string => list[(which + more) % list.length] ?? '';
    const named: Readonly<Record<string, string>> = { ...Object.fromEntries(Object.entries(ids).map(([name, list]) => [name, of(list)])), deeper: of(ids.cause, 1), next: of(ids.action, 1), word };
    if (what === 'report') await lead.try(routes.updates.report, { params: { id: of(ids.action) }, body: { status: which % 2 === 0 ? 'on_track' : 'complete', narrative: word } });
    else if (what === 'ask') await lead.try(routes.threads.raise, { body: { findingId: of(ids.finding), kind: 'question', text: word } });
    else await stage.owner.query(what.replace(/\$(\w+)/g, (_, name: string) => named[name] ?? ''));
  }

  /** As if everything until now had happened a day earlier. */
  async function aDayPasses(): Promise<void> {
    await stage.owner.query('alter table audit disable trigger user');
    await stage.owner.query(`update audit set at = at - interval '1 day'`);
    await stage.owner.query('alter table audit enable trigger user');
  }

  /** The filters of the list, each of which something may match. */
  const narrowed = () => [{}, { unanswered: true }, { quickWinsOnly: true }, { unconfirmed: true }, { kind: 'challenge' as const }, { force: 'must' as const }, { theme: 'more' }, { review: here.reviewId }, { criterion: ids.criterion[0] ?? '' }];
  const climbed = () => [{}, { plan: here.planId }, { owner: here.personId }, { organisation: here.organisationId }, { theme: 'some' }];
  const answered = ({ status, body, problem }: { readonly status: number; readonly body: object; readonly problem: { readonly code: string } }): object => (status < 400 ? body : { code: problem.code });

  /** All that the present screens say. */
  async function now() {
    const [lists, pages, whys, ladders] = [[] as object[], [] as object[], [] as object[], [] as object[]];
    for (const query of narrowed()) lists.push(await lead.ask(routes.findings.list, { query }));
    for (const id of ids.finding) {
      const { round: _round, threads: _threads, ...page } = answered(await lead.try(routes.findings.page, { params: { id } })) as { readonly round?: unknown; readonly threads?: unknown };
      pages.push(page);
      whys.push(answered(await lead.try(routes.diagnoses.page, { params: { id } })));
    }
    for (const query of climbed()) ladders.push({ ...(await lead.ask(routes.ladder.show, { query })), today: null });
    return { lists, pages, whys, ladders, tree: await lead.ask(routes.causes.list) };
  }

  /** The same as at a moment; each says which. */
  async function then(at: string) {
    const [lists, pages, whys, ladders, on] = [[] as object[], [] as object[], [] as object[], [] as object[], new Set<string>()];
    const bare = (answer: object): object => {
      const { asAt, ...rest } = answer as { readonly asAt?: { readonly on: string; readonly cycleId: string | null } };
      if (asAt) on.add(asAt.cycleId ?? asAt.on);
      return rest;
    };
    for (const query of narrowed()) lists.push(bare(await lead.ask(findings, { query: { ...query, at } })));
    for (const id of ids.finding) {
      pages.push(bare(answered(await lead.try(finding, { params: { id }, query: { at } }))));
      whys.push(bare(answered(await lead.try(diagnosis, { params: { id }, query: { at } }))));
    }
    for (const query of climbed()) ladders.push({ ...bare(await lead.ask(ladder, { query: { ...query, at } })), today: null });
    const tree = bare(await lead.ask(causes, { query: { at } }));
    expect([...on]).toEqual([at]);
    return { lists, pages, whys, ladders, tree };
  }

  it('are on each past day what the present screens said that day, through anything that can happen', async () => {
    const happening = fc.record({ what: fc.constantFrom(...HAPPENINGS), which: fc.nat(50), word: fc.constantFrom('none', 'some', 'other', 'more') });
    const happened = new Set<string>();
    const differed = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(happening, { minLength: 15, maxLength: 30 }), { minLength: 3, maxLength: 3 }), async (days) => {
        const said: Awaited<ReturnType<typeof now>>[] = [];
        for (const day of days) {
          for (const { what, which, word } of day) {
            await happen(what, which, word);
            happened.add(what);
          }
          said.push(await now());
          await aDayPasses();
        }
        for (const [index, day] of said.entries()) {
          expect(await then(dayAfter(today, index - days.length))).toEqual(day);
          const next = said[index + 1];
          for (const part of Object.keys(day) as (keyof typeof day)[]) if (next && JSON.stringify(day[part]) !== JSON.stringify(next[part])) differed.add(part);
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
    expect([...HAPPENINGS].filter((one) => !happened.has(one))).toEqual([]);
    expect([...differed].sort()).toEqual(['ladders', 'lists', 'pages', 'tree', 'whys']);
  });

  it('are as at a published report what they were when it was frozen, whatever changes afterwards', async () => {
    const plan = { params: { id: here.planId } };
    const { id } = openOf(await lead.ask(routes.cycles.setCadence, { ...plan, body: MONTHLY }));
    for (const table of ['action', 'cause', 'finding']) await stage.owner.query(`update ${table} set withdrawn_at = null where withdrawn_at is not null`);
    await stage.owner.query(`insert into dependency (first_id, then_id, kind) values ($1, $2, 'blocks') on conflict do nothing`, ids.action.slice(0, 2));
    const said = await now();
    await lead.ask(routes.cycles.freeze, { params: { id } });
    for (const [which, what] of HAPPENINGS.entries()) for (const next of [0, 1, 2]) await happen(what, which + next, 'afterwards');
    expect((await lead.try(findings, { query: { at: id } })).problem.code).toBe('not_found');
    await lead.ask(routes.cycles.publish, { params: { id } });
    expect(await then(id)).toEqual(said);
    const fresh = await now();
    for (const part of Object.keys(said) as (keyof typeof said)[]) expect(fresh[part]).not.toEqual(said[part]);
  });

  it('go on by page within the moment', async () => {
    for (let n = 0; n < 60; n += 1) await stage.owner.query(`insert into finding (review_id, ref, quotation, kind, force) values ($1, $2, 'One of many', 'challenge', 'should')`, [here.reviewId, `P${n}`]);
    const present: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await lead.ask(routes.findings.list, { query: after ? { after } : {} });
      present.push(...page.items.map((one) => one.id));
      after = page.next;
    }
    await aDayPasses();
    await stage.owner.query(`update finding set withdrawn_at = now() where quotation = 'One of many' and ref like '%1'`);
    await stage.owner.query(`update finding set force = 'must' where quotation = 'One of many' and ref like '%2'`);
    const past: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await lead.ask(findings, { query: { at: dayAfter(today, -1), ...(after ? { after } : {}) } });
      past.push(...page.items.map((one) => one.id));
      after = page.next;
    }
    expect(past).toEqual(present);
    expect(past.length).toBeGreaterThan(60);
  });

  it('say nothing of how partners see it, neither before their views are revealed nor afterwards', async () => {
    const { id, finding: ofRound, people } = await aRound(stage, here);
    const [writer = lead, other = lead] = people;
    await writer.ask(routes.rounds.write, { params: { id }, body: view('Kestrel') });
    const everything = async (who: Caller, at: string): Promise<string> => {
      const one = { params: { id: ofRound }, query: { at } };
      return JSON.stringify([await who.ask(findings, { query: { at } }), await who.ask(finding, one), await who.ask(diagnosis, one), await who.ask(causes, { query: { at } }), await who.ask(ladder, { query: { at } })]);
    };
    await aDayPasses();
    const at = dayAfter(today, -1);
    const friend = await stage.person(['critical_friend']);
    for (const reveals of [false, true]) {
      if (reveals) await lead.ask(routes.rounds.reveal, { params: { id } });
      expect(JSON.stringify(await (reveals ? other : writer).ask(routes.rounds.page, { params: { id: ofRound } }))).toContain('Kestrel');
      for (const who of [lead, writer, other, friend]) {
        const said = await everything(who, at);
        expect(said).toContain(ofRound);
        expect(said).not.toContain('Kestrel');
      }
    }
  });

  it('know nothing before the record began, and refuse a day that is not over', async () => {
    expect(await lead.ask(findings, { query: { at: '2019-05-01' } })).toMatchObject({ items: [], total: 0, byCriterion: [], asAt: { on: '2019-05-01' } });
    expect((await lead.ask(causes, { query: { at: '2019-05-01' } })).causes).toEqual([]);
    expect((await lead.ask(ladder, { query: { at: '2019-05-01' } })).actions).toEqual([]);
    for (const route of [findings, causes, ladder]) expect((await lead.try(route, { query: { at: today } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'at' }] });
    for (const route of [finding, diagnosis]) {
      const params = { id: ids.finding[0] ?? '' };
      expect((await lead.try(route, { params, query: { at: '2019-05-01' } })).problem.code).toBe('not_found');
      expect((await lead.try(route, { params, query: { at: today } })).problem.code).toBe('rule');
    }
  });
});
