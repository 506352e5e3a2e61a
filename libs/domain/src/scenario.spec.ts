import type { ScenarioChangeItem } from '@followthrough/contracts';
import fc from 'fast-check';
import { loadOf } from './load';
import { loadSpan, piecesOf } from './load-pieces';
import { laidAtRows, loadFacts, loadRow } from './loads';
import { replay } from './replay';
import { changeOf, type Said, type ScenarioChange, type ScenarioFacts, type ScenarioLine, type ScenarioOrganisation, type ScenarioPerson, type ScenarioWork, seenBy } from './scenario';
import { askedOf, checkChange } from './scenario-rules';
import { changedRows, scenarioVerdict } from './scenario-verdict';
import { changeSays, writesOf } from './scenario-writes';
import { type Giver, givenBy, usualProductiveTime } from './supply';
import { isWorkingDay } from './working-days';

const span = loadSpan('2026-12-01', 3);
const week = (minutes: number): readonly number[] => [minutes, minutes, minutes, minutes, minutes, 0, 0];
const giver = (percent: number): Giver => ({ patterns: [{ from: '2026-01-01', to: null, minutes: week(450) }], leave: [], releases: [{ from: '2026-01-01', to: null, percent, state: 'confirmed' }], expectedOn: null, fundedUntil: null });
const person = (id: string, percent: number, more: Partial<ScenarioPerson> = {}): ScenarioPerson => ({ id, name: id, organisationId: 'trust', personDay: 450, given: givenBy(giver(percent), usualProductiveTime, span), ...more });
const organisation = (id: string, more: Partial<ScenarioOrganisation> = {}): ScenarioOrganisation => ({ id, name: `The ${id}`, isNamed: true, others: null, unknown: 0, ...more });
const line = (more: Partial<ScenarioLine> = {}): ScenarioLine => ({ id: 'line', purpose: 'deliver', skillId: null, level: null, organisationId: 'trust', follows: true, likely: 4_500, shape: 'even', milestone: null, parts: [], ...more });
const work = (id: string, more: Partial<ScenarioWork> = {}): ScenarioWork => ({ id, ref: id, title: `Action ${id}`, status: 'on_track', startOn: null, dueOn: '2026-12-31', organisationId: 'trust', left: 4_500, spent: 0, estimatedOn: null, milestones: [], lines: [], ...more });
const facts = (all: readonly ScenarioWork[], more: Partial<ScenarioFacts> = {}): ScenarioFacts => ({ span, time: usualProductiveTime, work: all, links: [], people: [person('ann', 50)], organisations: [organisation('trust'), organisation('care')], ...more });

const nothing: Said = { id: 'c', kind: 'drop', actionId: null, effortId: null, personId: null, personOrganisationId: null, toPersonId: null, toPersonOrganisationId: null, organisationId: null, toOn: null, minutes: null, title: null, fromOn: null, fromMinutes: null, fromOrganisationId: null, isClosed: false, hasLeft: false };
/** A change as it would be made to these facts now. */
const made = (here: ScenarioFacts, said: Partial<Said>): ScenarioChange => {
  const first = changeOf({ ...nothing, ...said });
  return changeOf({ ...nothing, ...said, ...seenBy(here, first) });
};
const find = (here: ScenarioFacts, id: string) => here.work.find((one) => one.id === id);

describe('the verdict on a plan', () => {
  it('proves what somebody cannot do within its dates, and names the actions', () => {
    // December: 21 working days, half of 450 minutes, 794 thousandths: 3,751 minutes. So 749 of 4,500 fit nowhere.
    const here = facts([work('1', { lines: [line({ parts: [{ personId: 'ann', organisationId: 'trust', minutes: 4_500 }] })] })]);
    const verdict = scenarioVerdict(here);
    expect(verdict).toMatchObject({ excess: 749, over: 1, late: ['1'], monthsOver: 2, unknown: 0 });
    expect(verdict.rows[0]).toMatchObject({ kind: 'person', name: 'ann', overloads: [{ from: '2026-12-01', to: '2026-12-31', needed: 4_500, given: 3_751, excess: 749, works: ['1'] }], months: [{ needed: 4_500, given: 3_751, percent: 120, band: 'over' }, { needed: 0 }, { needed: 0 }] });
    // The organisation is not over besides: nobody's work is none.
    expect(verdict.rows[1]).toMatchObject({ kind: 'organisation', id: 'trust', excess: 0, late: [] });
    // Moved to the end of January it fits, and so does what is left once 1,500 minutes go to February.
    const later = made(here, { kind: 'move', actionId: '1', toOn: '2027-01-29' });
    const split = made(here, { kind: 'split', actionId: '1', minutes: 1_500, toOn: '2027-02-26' });
    for (const change of [later, split]) expect(scenarioVerdict(replay(here, [change]).facts)).toMatchObject({ excess: 0, late: [] });
  });

  it('raises no alarm where another order of work is enough, and none that is not proven', () => {
    const parts = [{ personId: 'ann', organisationId: 'trust', minutes: 1_000 }];
    // Spread evenly the first fortnight would be over; done in the order of their dates both fit.
    const urgent = [work('1', { left: 1_000, dueOn: '2026-12-11', lines: [line({ likely: 1_000, parts })] }), work('2', { left: 1_000, dueOn: '2026-12-31', lines: [line({ likely: 1_000, parts })] })];
    expect(scenarioVerdict(facts(urgent))).toMatchObject({ excess: 0, late: [] });
    const unknown = scenarioVerdict(facts([work('1', { left: 90_000 })], { people: [], organisations: [organisation('trust', { isNamed: false })] }));
    expect(unknown).toMatchObject({ excess: 0, late: [], unknown: 1, monthsOver: 0 });
    expect(unknown.rows[0]).toMatchObject({ isUnknown: true, months: [{ given: null, band: 'unknown' }, {}, {}] });
    // Beyond what is looked at there may be room.
    expect(scenarioVerdict(facts([work('1', { left: 90_000, dueOn: '2029-12-31' })])).excess).toBe(0);
  });

  it('counts what has no room once: with the person, or with what nobody is down for', () => {
    const parts = [{ personId: 'ann', organisationId: 'trust', minutes: 4_500 }];
    const over = scenarioVerdict(facts([work('1', { lines: [line({ parts })] }), work('2', { left: 900 })]));
    expect(over.rows.map((one) => [one.kind, one.excess])).toEqual([['person', 749], ['organisation', 900]]);
  });

  const days = fc.integer({ min: 0, max: 120 }).map((at) => new Date(Date.UTC(2026, 11, 1 + at)).toISOString().slice(0, 10));
  const part = fc.record({ personId: fc.constantFrom('ann', 'ben', 'cat', null), organisationId: fc.constant('trust'), minutes: fc.integer({ min: 1, max: 3_000 }) });
  const lines = fc.array(fc.record({ likely: fc.integer({ min: 1, max: 9_000 }), shape: fc.constantFrom('even' as const, 'front' as const, 'back' as const), organisationId: fc.constantFrom('trust', 'care'), parts: fc.uniqueArray(part, { selector: (one) => one.personId, maxLength: 3 }) }), { maxLength: 3 }).map((all) => all.map((one, at) => line({ id: `line ${at}`, ...one })));
  const works = fc.array(fc.record({ dueOn: days, organisationId: fc.constantFrom('trust', 'care'), left: fc.integer({ min: 1, max: 12_000 }), lines }), { minLength: 1, maxLength: 8 }).map((all) => all.map((one, at) => work(String(at), one)));
  const people = [person('ann', 50), person('ben', 20), person('cat', 0, { given: givenBy({ ...giver(0), patterns: [] }, usualProductiveTime, span) })];
  const here = works.map((all) => facts(all, { people, organisations: [organisation('trust'), organisation('care', { isNamed: false, others: people[1]?.given ?? null })] }));

  it('has the months that the heat map has', () => {
    const givers = new Map(Object.entries({ ann: giver(50), ben: giver(20), cat: { ...giver(0), patterns: [] } }));
    fc.assert(
      fc.property(here, (one) => {
        const { rows } = scenarioVerdict(one);
        for (const id of ['ann', 'ben', 'cat']) {
          const pieces = piecesOf(one.work.map((it) => ({ ...it, lines: it.lines.map((its) => ({ ...its, parts: its.parts.map((all) => ({ ...all, personId: all.personId ?? 'somebody' })) })) })), span);
          const map = loadFacts({ by: 'person', span, time: usualProductiveTime, people: givers, pieces });
          const row = { id, members: [{ personId: id, from: null, to: null }], confirmed: [] };
          const said = rows.find((it) => it.kind === 'person' && it.id === id);
          if (said) expect(said.months).toMatchObject(loadRow(map, row, laidAtRows(map, [row]).get(id) ?? []).map(({ month, needed, given, percent, band }) => ({ month, needed, given, percent, band })));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes out the same whether it is reckoned at once or change by change', () => {
    const changes = fc.array(fc.record({ at: fc.nat(7), toOn: days }), { maxLength: 6 });
    fc.assert(
      fc.property(here, changes, (one, all) => {
        const kept: ScenarioChange[] = [];
        for (const { at, toOn } of all) {
          const change = made(one, { id: `c${kept.length}`, kind: 'move', actionId: String(at), toOn });
          if (checkChange(one, change, kept).length === 0) kept.push(change);
          scenarioVerdict(replay(one, kept).facts);
        }
        const stepwise = scenarioVerdict(replay(one, kept).facts);
        // The server has read the same facts as text, so that nothing is the same object.
        const afresh = JSON.parse(JSON.stringify(one)) as ScenarioFacts;
        expect(JSON.parse(JSON.stringify(scenarioVerdict(replay(afresh, kept).facts)))).toEqual(JSON.parse(JSON.stringify(stepwise)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a replay', () => {
  const parts = [{ personId: 'ann', organisationId: 'trust', minutes: 3_000 }];
  const here = facts([work('1', { lines: [line({ id: 'l1', likely: 3_000 }), line({ id: 'l2', likely: 1_500, parts: [] })] }), work('2', { lines: [line({ id: 'l3', likely: 4_500, parts })] }), work('3', { dueOn: '2027-01-10' }), work('4')], { people: [person('ann', 50), person('ben', 20)], links: [{ firstId: '2', thenId: '3', kind: 'blocks' }] });

  it('of nothing is the plan itself', () => {
    expect(replay(here, []).facts).toBe(here);
    const said = made(here, { kind: 'move', actionId: '1', toOn: '2027-01-29' });
    const after = replay(here, [said]);
    // What it does not touch stays the same object.
    expect(find(after.facts, '2')).toBe(find(here, '2'));
    expect(changedRows(scenarioVerdict(here), scenarioVerdict(here))).toEqual([]);
  });

  it('takes along what waits, by no more than it must, round a circle once', () => {
    const move = (toOn: string, links = here.links) => replay({ ...here, links }, [made(here, { kind: 'move', actionId: '2', toOn })]);
    expect(move('2027-01-05').along).toEqual([]);
    expect(move('2027-01-29').along).toEqual([{ id: '3', fromOn: '2027-01-10', toOn: '2027-01-29', waitsFor: '2' }]);
    const circle = [...here.links, { firstId: '3', thenId: '2', kind: 'blocks' as const }];
    expect(move('2027-01-29', circle).along.map((one) => one.id)).toEqual(['3']);
  });

  it('changes what is left, splits it, and takes the people along in proportion', () => {
    const less = replay(here, [made(here, { kind: 'estimate', actionId: '2', minutes: 2_250 })]);
    expect(find(less.facts, '2')).toMatchObject({ left: 2_250, lines: [{ likely: 2_250, parts: [{ personId: 'ann', minutes: 1_500 }] }] });
    const more = replay(here, [made(here, { kind: 'estimate', actionId: '2', minutes: 9_000 })]);
    expect(find(more.facts, '2')).toMatchObject({ left: 9_000, lines: [{ likely: 9_000, parts }] });
    const split = replay(here, [made(here, { id: 's', kind: 'split', actionId: '2', minutes: 1_500, toOn: '2027-02-26' })]);
    expect(find(split.facts, '2')).toMatchObject({ left: 3_000, dueOn: '2026-12-31', lines: [{ likely: 3_000, parts: [{ minutes: 2_000 }] }] });
    expect(find(split.facts, 's')).toMatchObject({ left: 1_500, dueOn: '2027-02-26', lines: [{ likely: 1_500, parts: [{ personId: 'ann', minutes: 1_000 }] }] });
  });

  it('puts people on, takes them off, and gives one’s part to another, also where they are only known together', () => {
    const ben = { personId: 'ben', personOrganisationId: 'trust' };
    expect(find(replay(here, [made(here, { kind: 'assign', actionId: '1', effortId: 'l1', ...ben, minutes: 900 })]).facts, '1')?.lines[0]?.parts).toEqual([{ personId: 'ben', organisationId: 'trust', minutes: 900 }]);
    const ann = { personId: 'ann', personOrganisationId: 'trust' };
    expect(find(replay(here, [made(here, { kind: 'reassign', actionId: '2', effortId: 'l3', ...ann, toPersonId: 'ben', toPersonOrganisationId: 'trust' })]).facts, '2')?.lines[0]?.parts).toEqual([{ personId: 'ben', organisationId: 'trust', minutes: 3_000 }]);
    const hidden = facts([work('5', { lines: [line({ id: 'l5', parts: [{ personId: null, organisationId: 'care', minutes: 2_000 }] })] })]);
    const off = changeOf({ ...nothing, kind: 'remove', actionId: '5', effortId: 'l5', personId: null, personOrganisationId: 'care', fromMinutes: 600 });
    expect(find(replay(hidden, [off]).facts, '5')?.lines[0]?.parts).toEqual([{ personId: null, organisationId: 'care', minutes: 1_400 }]);
  });

  it('hands an action over with the lines that go with it, drops one, and fills a post', () => {
    const over = replay(here, [made(here, { kind: 'hand_over', actionId: '1', organisationId: 'care' })]);
    expect(find(over.facts, '1')).toMatchObject({ organisationId: 'care', lines: [{ organisationId: 'care' }, { organisationId: 'care' }] });
    expect(replay(here, [made(here, { kind: 'drop', actionId: '4' })]).facts.work.map((one) => one.id)).toEqual(['1', '2', '3']);
    const { facts: filled } = replay(here, [made(here, { kind: 'hire', organisationId: 'care', title: 'Nurse', toOn: '2027-01-04', minutes: 2_250 })]);
    const given = filled.organisations.find((one) => one.id === 'care')?.others ?? [];
    // Nothing before the day; from then on 450 minutes a day times 794 thousandths.
    expect(given.slice(0, 34).every((one) => one === 0)).toBe(true);
    expect(given[34]).toBe(357);
    expect(loadOf({ needed: given.map(() => 0), givers: [given] }, span.from, 'month').map((one) => one.given)).toEqual([0, Math.floor(20 * 450 * 0.794), expect.any(Number)]);
    expect(isWorkingDay('2027-01-04')).toBe(true);
  });

  it('does not mind the order', () => {
    const all = [
      made(here, { id: 'a', kind: 'move', actionId: '2', toOn: '2027-01-29' }),
      made(here, { id: 'b', kind: 'estimate', actionId: '2', minutes: 2_250 }),
      made(here, { id: 'd', kind: 'split', actionId: '1', minutes: 900, toOn: '2027-02-01' }),
      made(here, { id: 'e', kind: 'assign', actionId: '1', effortId: 'l2', personId: 'ben', personOrganisationId: 'trust', minutes: 450 }),
      made(here, { id: 'f', kind: 'reassign', actionId: '2', effortId: 'l3', personId: 'ann', personOrganisationId: 'trust', toPersonId: 'ben', toPersonOrganisationId: 'trust' }),
      made(here, { id: 'g', kind: 'drop', actionId: '4' }),
      made(here, { id: 'h', kind: 'hire', organisationId: 'trust', title: 'Nurse', toOn: '2027-01-04', minutes: 900 }),
    ];
    const once = scenarioVerdict(replay(here, all).facts);
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => expect(scenarioVerdict(replay(here, order).facts)).toEqual(once)), { numRuns: 40 });
  });

  it('leaves out and names what the plan has moved on from', () => {
    const move = made(here, { kind: 'move', actionId: '2', toOn: '2027-01-29' });
    const now = (id: string, more: Partial<ScenarioWork>): ScenarioFacts => ({ ...here, work: here.work.map((one) => (one.id === id ? { ...one, ...more } : one)) });
    const said = (there: ScenarioFacts, change: ScenarioChange) => {
      const after = replay(there, [change]);
      expect(after.facts).toBe(there);
      return after.conflicts.map(({ says, mayKeep }) => [says, mayKeep]);
    };
    expect(said(now('2', { dueOn: '2027-01-15' }), move)).toEqual([['2 is due on 15 January 2027 now: it was on 31 December 2026 when this was said', true]]);
    expect(said(now('2', { startOn: '2027-02-01' }), move)).toEqual([['2 starts on 1 February 2027 now, after the day that it would be due', false]]);
    expect(said({ ...here, work: [] }, move)).toEqual([['The action was taken out of the plan', false]]);
    expect(said({ ...here, work: [] }, { ...move, isClosed: true })).toEqual([['The action is complete or has been closed', false]]);
    const less = made(here, { kind: 'estimate', actionId: '2', minutes: 900 });
    expect(said(now('2', { left: 4_000 }), less)).toEqual([['2 has 8.9 days left now: it was 10 days when this was said', true]]);
    expect(said(now('2', { estimatedOn: '2026-12-01' }), less)[0]?.[1]).toBe(false);
    const off = made(here, { kind: 'remove', actionId: '2', effortId: 'l3', personId: 'ann', personOrganisationId: 'trust' });
    expect(said(now('2', { lines: [line({ id: 'l3' })] }), off)).toEqual([['Whoever it takes off 2 is not down for it any more', false]]);
    expect(said(now('2', { lines: [] }), off)).toEqual([['The line of effort of 2 was taken out', false]]);
    expect(said(here, { ...off, hasLeft: true })).toEqual([['Somebody whom it names is not here any more', false]]);
    expect(said({ ...here, organisations: [] }, made(here, { kind: 'hand_over', actionId: '1', organisationId: 'care' }))[0]?.[1]).toBe(false);
  });
});

describe('the rules of a change', () => {
  const here = facts([work('1', { startOn: '2026-12-10' }), work('2', { dueOn: null }), work('3', { lines: [line({ id: 'l3', parts: [{ personId: 'ann', organisationId: 'trust', minutes: 450 }] })] })], { organisations: [organisation('trust'), organisation('care', { isNamed: false, others: span.from.split('').map(() => 100) })] });
  const says = (said: Partial<Said>, others: readonly ScenarioChange[] = []) => checkChange(here, made(here, said), others).map((one) => one.message);

  it('refuse what could not be done by hand either', () => {
    expect(says({ kind: 'move', actionId: '1', toOn: '2027-01-29' })).toEqual([]);
    expect(says({ kind: 'move', actionId: '1', toOn: '2026-12-05' })).toEqual(['It starts on 10 December 2026: it cannot be due before']);
    expect(says({ kind: 'move', actionId: '1', toOn: '2026-12-31' })).toEqual(['That is the due date already']);
    expect(says({ kind: 'move', actionId: '1', toOn: '2026-11-05' })).toEqual(['That day is past']);
    expect(says({ kind: 'move', actionId: '2', toOn: '2027-01-29' })).toEqual(['2 has no due date yet: give it one first']);
    expect(says({ kind: 'drop', actionId: 'nowhere' })).toEqual(['That action is not open, or not in the plan']);
    expect(says({ kind: 'estimate', actionId: '1', minutes: 0 })).toEqual(['Of no days is no work left: drop the action, or report it complete']);
    expect(says({ kind: 'estimate', actionId: '1', minutes: 46 })).toEqual(['Say it in tenths of a day of seven and a half hours']);
    expect(says({ kind: 'split', actionId: '1', minutes: 4_500, toOn: '2027-01-29' })).toEqual(['1 has 10 days left now: that is no more than would be split off']);
    expect(says({ kind: 'assign', actionId: '3', effortId: 'l3', personId: 'ann', personOrganisationId: 'trust', minutes: 900 })).toEqual(['Whoever it puts on 3 is down for it already']);
    expect(says({ kind: 'hire', organisationId: 'care', title: 'Nurse', toOn: '2027-01-04', minutes: 900 })[0]).toContain('names nobody');
    expect(says({ kind: 'hire', organisationId: 'trust', title: 'Nurse', toOn: '2027-01-04', minutes: 5_000 })).toEqual(['A post has up to five days a week']);
  });

  it('refuse to say of an action what the scenario says already', () => {
    const move = made(here, { id: 'a', kind: 'move', actionId: '1', toOn: '2027-01-29' });
    expect(says({ kind: 'move', actionId: '1', toOn: '2027-02-01' }, [move])).toEqual(['The scenario does that with 1 already: take that out first']);
    expect(says({ kind: 'drop', actionId: '1' }, [move])).toEqual(['The scenario changes 1 already: take that out first']);
    expect(says({ kind: 'move', actionId: '1', toOn: '2027-02-01' }, [made(here, { kind: 'drop', actionId: '1' })])[0]).toContain('drops 1');
    expect(says({ kind: 'estimate', actionId: '1', minutes: 450 }, [move])).toEqual([]);
  });

  it('ask the organisations whose actions or people it touches', () => {
    const asked = (...changes: ScenarioChange[]) => askedOf(here, replay(here, changes).facts, changes);
    expect(asked(made(here, { kind: 'hand_over', actionId: '1', organisationId: 'care' }))).toEqual(['care', 'trust']);
    expect(asked(made(here, { kind: 'assign', actionId: '3', effortId: 'l3', personId: 'x', personOrganisationId: 'care', minutes: 45 }))).toEqual(['care', 'trust']);
    expect(asked(made(here, { kind: 'hire', organisationId: 'care', title: 'Nurse', toOn: '2027-01-04', minutes: 900 }))).toEqual(['care']);
  });

  it('say what would be written, and of nobody who may not be seen', () => {
    const labels = { ref: '1', actionTitle: 'Action 1', personName: null, personOrganisationName: 'The care', toPersonName: null, toPersonOrganisationName: null, organisationName: null, fromOrganisationName: null };
    const move: ScenarioChangeItem = { ...nothing, ...labels, kind: 'move', actionId: '1', fromOn: '2026-12-31', toOn: '2027-01-29' };
    expect(writesOf(here, [move])).toEqual(['1 moves from 31 December 2026 to 29 January 2027']);
    expect(changeSays({ ...move, kind: 'assign' })).toBe('gets somebody of The care');
  });
});
