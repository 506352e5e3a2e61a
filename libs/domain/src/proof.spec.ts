import fc from 'fast-check';
import { dayAfter, daysBetween } from './calendar';
import { type LoadSpan, loadSpan, type LoadWork, partsOf, piecesOf } from './load-pieces';
import type { LoadRow } from './loads';
import { type ProofFacts, proofOf } from './proof';
import { type Giver, givenBy, usualProductiveTime } from './supply';

const today = '2027-02-01';
const span: LoadSpan = loadSpan(today, 12);
const giver = (percent: number, more: Partial<Giver> = {}): Giver => ({ patterns: [{ from: '2026-01-01', to: null, minutes: [450, 450, 450, 450, 450, 0, 0] }], leave: [], releases: [{ from: '2026-01-01', to: null, percent, state: 'confirmed' }], expectedOn: null, fundedUntil: null, ...more });
const person = (id: string): LoadRow => ({ id, members: [{ personId: id, from: null, to: null }], confirmed: [] });
const given = (one: Giver, from: string, to: string): number => givenBy(one, usualProductiveTime, span).reduce<number>((sum, minutes, day) => (dayAfter(today, day) >= from && dayAfter(today, day) <= to ? sum + (minutes ?? 0) : sum), 0);

interface Asked {
  readonly id: string;
  readonly minutes: number;
  readonly dueOn: string;
  readonly startOn?: string;
  readonly personId?: string | null;
}

const work = (all: readonly Asked[]): LoadWork[] =>
  all.map(({ id, minutes, dueOn, startOn = null, personId = 'ann' }) => ({
    id, startOn, dueOn, organisationId: 'trust', left: minutes, milestones: [],
    lines: [{ purpose: 'deliver', skillId: null, level: null, organisationId: 'trust', likely: minutes, shape: 'even', milestone: null, parts: personId === null ? [] : [{ personId, organisationId: 'trust', minutes }] }],
  }));
const facts = (by: ProofFacts['by'], all: readonly LoadWork[], people: Readonly<Record<string, Giver>>, latest = new Map<string, string>()): ProofFacts => ({ by, span, time: usualProductiveTime, people: new Map(Object.entries(people)), pieces: piecesOf(all, span), parts: partsOf(all, today), latest });

describe('the proof of what fits', () => {
  it('says how work fits in a month that looks over when it is spread', () => {
    const ann = giver(100);
    const all = given(ann, '2027-02-01', '2027-02-28');
    // Most of February's days, due in March, and some more that has to be done in February.
    const two = work([{ id: 'long', minutes: Math.floor(all * 1.3), dueOn: '2027-03-31' }, { id: 'urgent', minutes: Math.floor(all * 0.5), dueOn: '2027-02-26' }]);
    const proof = proofOf(facts('person', two, { ann }), person('ann'));
    expect(proof).toMatchObject({ state: 'fits', overloads: [], unknown: 0, later: 0 });
    expect(proof.settled).toMatchObject([{ month: '2027-02', order: [{ workId: 'urgent', from: 0 }, { workId: 'long' }] }]);
    expect(proof.settled[0]?.percent).toBeGreaterThan(100);
  });

  it('finds the last week that cannot be done in a month that looks well', () => {
    const ann = giver(100);
    const week = given(ann, '2027-02-22', '2027-02-26');
    const proof = proofOf(facts('person', work([{ id: 'week', minutes: week + 300, startOn: '2027-02-22', dueOn: '2027-02-26' }]), { ann }), person('ann'));
    expect(proof).toMatchObject({ state: 'over', overloads: [{ from: 21, to: 25, needed: week + 300, given: week, excess: 300, pieces: [{ workId: 'week' }] }], settled: [] });
  });

  it('never takes who has no pattern for somebody who has no time, or has all of it', () => {
    const silent = giver(50, { patterns: [] });
    expect(proofOf(facts('person', work([{ id: 'A', minutes: 450, dueOn: '2027-02-26' }]), { ann: silent }), person('ann'))).toMatchObject({ state: 'unknown', overloads: [], unknown: 1 });
    // Known until June: what is due by then is proven.
    const known = giver(50, { patterns: [{ from: '2026-01-01', to: '2027-05-31', minutes: [450, 450, 450, 450, 450, 0, 0] }] });
    expect(proofOf(facts('person', work([{ id: 'A', minutes: 450, dueOn: '2027-02-26' }]), { ann: known }), person('ann'))).toMatchObject({ state: 'fits', unknown: 1 });
    expect(proofOf(facts('person', work([{ id: 'A', minutes: 45_000, dueOn: '2027-02-26' }]), { ann: known }), person('ann'))).toMatchObject({ state: 'over' });
    expect(proofOf(facts('person', work([{ id: 'A', minutes: 45_000, dueOn: '2027-12-31' }]), { ann: known }), person('ann'))).toMatchObject({ state: 'unknown' });
    expect(proofOf(facts('person', [], { ann: silent }), person('ann'))).toMatchObject({ state: 'nothing' });
  });

  it('is over whatever the unknown give, fits whatever they do not, and else says neither', () => {
    const days = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 9_000 }), a: days, b: days }), { minLength: 1, maxLength: 8 }), days, fc.integer({ min: 0, max: 1_440 }), (all, until, guess) => {
        const pattern = { from: '2026-01-01', to: dayAfter(today, until), minutes: [450, 450, 450, 0, 0, 0, 0] };
        const asked = work(all.map(({ minutes, a, b }, at) => ({ id: `${at}`, minutes, startOn: dayAfter(today, Math.min(a, b)), dueOn: dayAfter(today, Math.max(a, b)) })));
        const state = (one: Giver) => proofOf(facts('person', asked, { ann: one }), person('ann')).state;
        const said = state(giver(40, { patterns: [pattern] }));
        const whole = state(giver(40, { patterns: [pattern, { from: dayAfter(today, until + 1), to: null, minutes: [guess, guess, guess, guess, guess, guess, guess] }] }));
        if (said !== 'unknown') expect(whole).toBe(said);
      }),
      { numRuns: 300 },
    );
  });

  it('of an organisation puts its people together, with what nobody is down for: the least that is wrong', () => {
    const [ann, ben] = [giver(50), giver(50)];
    const each = given(ann, '2027-02-01', '2027-02-26');
    const row: LoadRow = { id: 'trust', members: ['ann', 'ben'].map((personId) => ({ personId, from: null, to: null })), confirmed: [] };
    // Ann alone is over; together they are not.
    const lopsided = work([{ id: 'A', minutes: each + 450, dueOn: '2027-02-26' }]);
    expect(proofOf(facts('person', lopsided, { ann, ben }), person('ann')).state).toBe('over');
    expect(proofOf(facts('organisation', lopsided, { ann, ben }), row).state).toBe('fits');
    const more = work([{ id: 'A', minutes: each, dueOn: '2027-02-26' }, { id: 'B', minutes: each + 10, dueOn: '2027-02-26', personId: null }]);
    expect(proofOf(facts('organisation', more, { ann, ben }), row)).toMatchObject({ state: 'over', overloads: [{ excess: 10, pieces: [{ nobody: 0 }, { nobody: each + 10 }] }] });
  });

  it('of an organisation that names nobody takes what it confirmed, and of one that said nothing is not known', () => {
    const row = (confirmed: LoadRow['confirmed']): LoadRow => ({ id: 'trust', members: [], confirmed });
    const asked = work([{ id: 'A', minutes: 5 * 450, dueOn: '2027-02-26', personId: null }]);
    expect(proofOf(facts('organisation', asked, {}), row([{ month: '2027-02', days: 4 }]))).toMatchObject({ state: 'over', overloads: [{ needed: 2_250, given: 1_800, excess: 450 }] });
    expect(proofOf(facts('organisation', asked, {}), row([{ month: '2027-02', days: 5 }])).state).toBe('fits');
    expect(proofOf(facts('organisation', asked, {}), row([])).state).toBe('unknown');
  });

  it('of a team takes what its members have to do wholly while they are in it', () => {
    const ann = giver(100);
    const row: LoadRow = { id: 'hub', members: [{ personId: 'ann', from: '2027-02-08', to: '2027-02-12' }], confirmed: [] };
    const asked = work([{ id: 'in', minutes: 20_000, startOn: '2027-02-08', dueOn: '2027-02-12' }, { id: 'out', minutes: 20_000, dueOn: '2027-02-12' }]);
    expect(proofOf(facts('team', asked, { ann }), row)).toMatchObject({ state: 'over', pieces: [{ workId: 'in' }], overloads: [{ given: given(ann, '2027-02-08', '2027-02-12') }] });
  });

  it('puts off no action beyond what waits for it, and moves all that is due with it', () => {
    const two = work([{ id: 'A', minutes: 450, dueOn: '2027-02-26' }]);
    const [piece] = proofOf(facts('person', two, { ann: giver(100) }, new Map([['A', '2027-03-05']])), person('ann')).pieces;
    expect(piece).toMatchObject({ moves: 'A', latest: daysBetween(today, '2027-03-05'), to: daysBetween(today, '2027-02-26') });
  });
});
