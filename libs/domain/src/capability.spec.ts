import fc from 'fast-check';
import { ABLE, endsBeforeWork, missingProfessions, singlePoints, type SkillHolder, skillMonths, type SkillNeed, skillNeeds } from './capability';
import { type LoadLine, type LoadWork, piecesOf } from './load-pieces';
import { loadMonths } from './loads';

const months = ['2026-11', '2026-12'] as const;
const need: fc.Arbitrary<SkillNeed> = fc.record({ skillId: fc.constantFrom('data', 'qi'), level: fc.integer({ min: 1, max: 4 }), month: fc.constantFrom(...months), minutes: fc.integer({ min: 0, max: 5_000 }) });
const holder: fc.Arbitrary<SkillHolder> = fc
  .record({ personId: fc.constantFrom('ann', 'bo', 'cy'), skillId: fc.constantFrom('data', 'qi'), level: fc.integer({ min: 1, max: 4 }), given: fc.array(fc.tuple(fc.constantFrom<string>(...months), fc.integer({ min: 0, max: 5_000 })), { maxLength: 2 }) })
  .map((one) => ({ ...one, given: new Map(one.given) }));
// A person has a skill at one level.
const holders = fc.uniqueArray(holder, { selector: (one) => `${one.personId} ${one.skillId}` });
const wants = (level: number, minutes: number, month = '2026-11'): SkillNeed => ({ skillId: 'data', level, month, minutes });
const has = (personId: string, level: number, given: readonly (readonly [string, number])[] = []): SkillHolder => ({ personId, skillId: 'data', level, given: new Map(given) });

describe('skills by month', () => {
  it('are as reckoned by hand: harder work is held against the easier too', () => {
    const all = skillMonths([wants(2, 600), wants(3, 900), wants(3, 0, '2026-12')], [has('ann', 4, [['2026-11', 1000]]), has('bo', 2, [['2026-11', 300]]), has('di', 1, [['2026-11', 9000]])]);
    expect(all).toEqual([
      { skillId: 'data', level: 2, month: '2026-11', needed: 1500, held: 1300, people: 2, unknown: 0, gap: 200 },
      { skillId: 'data', level: 3, month: '2026-11', needed: 900, held: 1000, people: 1, unknown: 0, gap: 0 },
    ]);
    expect(skillMonths([wants(3, 10)], [])[0]).toMatchObject({ held: 0, people: 0, unknown: 0, gap: 10 });
  });

  it('never take what is not known for nothing: with somebody unknown, enough stays enough and too little cannot be said', () => {
    expect(skillMonths([wants(3, 10)], [has('ann', 3)])[0]).toMatchObject({ held: null, unknown: 1, gap: null });
    expect(skillMonths([wants(3, 10)], [has('ann', 3), has('bo', 3, [['2026-11', 9]])])[0]).toMatchObject({ held: 9, unknown: 1, gap: null });
    expect(skillMonths([wants(3, 10)], [has('ann', 3), has('bo', 3, [['2026-11', 10]])])[0]).toMatchObject({ held: 10, unknown: 1, gap: 0 });
  });

  it('get no worse by one more person or a higher level, and no better by more work', () => {
    // What cannot be said is neither better nor worse.
    const said = (gap: number | null, other: number | null): readonly [number, number] => [gap ?? other ?? 0, other ?? gap ?? 0];
    fc.assert(
      fc.property(fc.array(need, { maxLength: 12 }), holders, holder, need, (needs, there, more, extra) => {
        const gaps = new Map(skillMonths(needs, there).map((one) => [`${one.skillId} ${one.level} ${one.month}`, one.gap]));
        const gap = (one: { readonly skillId: string; readonly level: number; readonly month: string }): number | null => gaps.get(`${one.skillId} ${one.level} ${one.month}`) ?? null;
        for (const better of [[...there, { ...more, personId: 'new' }], there.map((each) => ({ ...each, level: Math.min(4, each.level + 1) }))])
          for (const one of skillMonths(needs, better)) {
            const [now, before] = said(one.gap, gap(one));
            expect(now).toBeLessThanOrEqual(before);
          }
        for (const one of skillMonths([...needs, extra], there)) {
          if (!gaps.has(`${one.skillId} ${one.level} ${one.month}`)) continue;
          const [now, before] = said(one.gap, gap(one));
          expect(now).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  it('are made of what pieces of work ask for, a line without a level for who is able', () => {
    const span = { from: '2026-11-30', to: '2026-12-31' };
    const line = (skillId: string | null, level: number | null): LoadLine => ({ purpose: 'deliver', skillId, level, organisationId: null, likely: 900, shape: 'even', milestone: null, parts: [] });
    // 30 November and 1 December are working days: half on each.
    const work: LoadWork = { id: 'w', startOn: null, dueOn: '2026-12-01', organisationId: null, left: 2_700, milestones: [], lines: [line('data', null), line('data', ABLE), line(null, null)] };
    expect(skillNeeds(piecesOf([work], span), loadMonths(span))).toEqual([wants(ABLE, 900), wants(ABLE, 900, '2026-12')]);
  });
});

describe('single points of failure', () => {
  it('are skills that one person alone has, at the level that is needed and never below able', () => {
    expect(singlePoints([wants(1, 60), wants(4, 30)], [has('ann', 3), has('bo', 4), has('cy', 2)])).toEqual([{ skillId: 'data', level: 4, personId: 'bo' }]);
    expect(singlePoints([wants(1, 60), wants(3, 40, '2026-12')], [has('ann', ABLE), has('cy', 2)])).toEqual([{ skillId: 'data', level: ABLE, personId: 'ann' }]);
    expect(singlePoints([], [has('ann', 4)])).toEqual([]);
    expect(singlePoints([wants(3, 1)], [])).toEqual([]);
  });

  it('end when a second person is as able, and one who goes away never mends another’s', () => {
    fc.assert(
      fc.property(fc.array(need, { maxLength: 12 }), holders, (needs, there) => {
        const points = singlePoints(needs, there);
        for (const one of points) expect(singlePoints(needs, [...there, { ...has('new', 4), skillId: one.skillId }])).not.toContainEqual(one);
        for (const one of points) expect(there.filter((each) => each.skillId === one.skillId && each.level >= one.level).map((each) => each.personId)).toEqual([one.personId]);
      }),
    );
  });
});

describe('posts and professions', () => {
  it('name the work that is due after the money ends, soonest first', () => {
    const work = [{ actionId: 'x', dueOn: '2027-03-31' }, { actionId: 'y', dueOn: '2027-04-01' }, { actionId: 'y', dueOn: '2027-05-01' }, { actionId: 'z', dueOn: null }];
    expect(endsBeforeWork([{ personId: 'ann', fundedUntil: '2027-03-31', work }, { personId: 'bo', fundedUntil: '2027-01-31', work }])).toEqual([
      { personId: 'bo', fundedUntil: '2027-01-31', actionIds: ['x', 'y'] },
      { personId: 'ann', fundedUntil: '2027-03-31', actionIds: ['y'] },
    ]);
    expect(endsBeforeWork([{ personId: 'ann', fundedUntil: '2027-05-01', work }])).toEqual([]);
  });

  it('that a team has nobody of are named as they were asked for, with the day on which somebody comes', () => {
    const member = (profession: string | null, from: string, to: string | null = null) => ({ profession, from, to });
    const members = [member(' nursing', '2026-01-01'), member(null, '2026-01-01'), member('Therapy', '2026-12-01'), member('therapy', '2027-02-01'), member('Social Work', '2026-01-01', '2026-11-01'), member('Pharmacy', '2027-01-01', '2026-12-01')];
    expect(missingProfessions(['Social work', 'Nursing', 'Therapy', 'Pharmacy'], members, '2026-11-22')).toEqual([
      { profession: 'Social work', comesOn: null },
      { profession: 'Therapy', comesOn: '2026-12-01' },
      { profession: 'Pharmacy', comesOn: null },
    ]);
    expect(missingProfessions([], members, '2026-11-22')).toEqual([]);
  });
});
