import { actionFlags, type AssessedFacts, confidences, type Status, statuses } from '@followthrough/contracts';
import fc from 'fast-check';
import { assessAction, assessedStatus, assessedThen, factsAfter, flagSays, isAllWell, usualThresholds as lines } from './assessed';
import { dayAfter } from './calendar';
import { isOpen, urgency } from './status-words';
import { checkUpdateWords } from './updates';

const today = '2026-11-21';
const day = (days: number): string => dayAfter(today, days);
const word = (status: Status): string => ({ not_started: 'To do', on_track: 'Going to plan', at_risk: 'Wobbling', off_track: 'Stuck', complete: 'Done', embedded: 'Lasting' })[status];

/** Nothing speaks against it. */
const well: AssessedFacts = {
  status: 'on_track', hasEnded: false, startOn: day(-100), dueOn: day(30), createdOn: day(-200), moves: 0, lastUpdateOn: day(-5), rhythmDays: 28, forecastOn: null, sameWords: 1, lacksPath: false, hasEvidence: false,
  deliveryConfidence: null, outcomeConfidence: null, ownerName: 'Head of Discharge', ownerLeftOn: null, unstaffedDays: null, isOwnerOver: false, ownerDays: null, ownerGivenDays: null, lateMilestones: [], blockers: [], measures: [],
};
const of = (more: Partial<AssessedFacts>, overridden: readonly (typeof actionFlags)[number][] = []) => assessAction({ ...well, ...more }, lines, today, word, overridden);
const flagsOf = (more: Partial<AssessedFacts>): readonly string[] => of(more).flags.map((one) => `${one.flag} ${one.weight}`);
const blocker = (dueOn: string, id = 'b') => ({ id, ref: '2.3', title: 'Contract signed', dueOn });

const milestone = (dueOn: string) => ({ id: 's', title: 'Staff consulted', dueOn });
const measure = (more: object) => ({ id: 'm', title: 'Waits', isConcern: false, isFailing: false, ...more });

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const someDay = fc.integer({ min: -400, max: 400 }).map(day);
const facts: fc.Arbitrary<AssessedFacts> = fc.record({
  status: fc.constantFrom(...statuses), hasEnded: fc.boolean(), startOn: maybe(someDay), dueOn: maybe(someDay), createdOn: someDay, moves: fc.integer({ min: 0, max: 6 }), lastUpdateOn: maybe(someDay), rhythmDays: fc.integer({ min: 7, max: 92 }),
  forecastOn: maybe(someDay), sameWords: fc.integer({ min: 0, max: 6 }), lacksPath: fc.boolean(), hasEvidence: fc.boolean(), deliveryConfidence: maybe(fc.constantFrom(...confidences)), outcomeConfidence: maybe(fc.constantFrom(...confidences)),
  ownerName: maybe(fc.constant('Head of Discharge')), ownerLeftOn: maybe(someDay), unstaffedDays: maybe(fc.constantFrom(0.5, 1, 12)), isOwnerOver: fc.boolean(), ownerDays: maybe(fc.constant(9)), ownerGivenDays: maybe(fc.constant(5)), lateMilestones: fc.array(fc.integer({ min: 1, max: 60 }).map((late) => milestone(day(-late))), { maxLength: 3 }), blockers: fc.array(someDay.map((dueOn) => blocker(dueOn)), { maxLength: 3 }), measures: fc.array(fc.record({ id: fc.constant('m'), title: fc.constant('Waits'), isConcern: fc.boolean(), isFailing: fc.boolean() }), { maxLength: 2 }),
});

describe('the assessed status', () => {
  it('is the reported one where nothing speaks against it', () => {
    expect(of({})).toEqual({ reported: 'on_track', assessed: 'on_track', differs: false, flags: [], overridden: [] });
  });

  it.each<[string, Partial<AssessedFacts>, string[], Partial<AssessedFacts>, string[]]>([
    ['due today, due yesterday', { dueOn: day(0) }, [], { dueOn: day(-1) }, ['past_due doubt']],
    ['27 days late, 28 days late', { dueOn: day(-27) }, ['past_due doubt'], { dueOn: day(-28) }, ['past_due alarm']],
    ['no due date, one that has passed', { dueOn: null }, [], { dueOn: day(-2) }, ['past_due doubt']],
    ['no late milestone, one of yesterday', {}, [], { lateMilestones: [milestone(day(-1))] }, ['milestone_late doubt']],
    ['forecast on the due date, a day later', { forecastOn: day(30) }, [], { forecastOn: day(31) }, ['forecast_late doubt']],
    ['forecast 27 days later, 28 days later', { forecastOn: day(57) }, ['forecast_late doubt'], { forecastOn: day(58) }, ['forecast_late alarm']],
    ['to begin 14 days ago, 15 days ago', { status: 'not_started', startOn: day(-14) }, [], { status: 'not_started', startOn: day(-15) }, ['not_begun doubt']],
    ['last report 42 days ago, 43 days ago', { lastUpdateOn: day(-42) }, [], { lastUpdateOn: day(-43) }, ['silent doubt']],
    ['never reported for 42 days, 43 days', { lastUpdateOn: null, createdOn: day(-42) }, [], { lastUpdateOn: null, createdOn: day(-43) }, ['silent doubt']],
    ['quarterly: 136 days ago, 137 days ago', { rhythmDays: 91, lastUpdateOn: day(-136) }, [], { rhythmDays: 91, lastUpdateOn: day(-137) }, ['silent doubt']],
    ['moved once, twice', { moves: 1 }, [], { moves: 2 }, ['moved_often doubt']],
    ['the same words twice, three times', { sameWords: 2 }, [], { sameWords: 3 }, ['same_words doubt']],
    ['the same words while at risk, while on track', { status: 'at_risk', sameWords: 3 }, [], { sameWords: 3 }, ['same_words doubt']],
    ['an owner, none', {}, [], { ownerName: null }, ['no_owner doubt']],
    ['an owner who leaves today, who left yesterday', { ownerLeftOn: day(0) }, [], { ownerLeftOn: day(-1) }, ['owner_left doubt']],
    ['somebody for its days, nobody', {}, [], { unstaffedDays: 12 }, ['unresourced doubt']],
    ['nobody for what is due in 91 days, in 90', { unstaffedDays: 12, dueOn: day(91) }, [], { unstaffedDays: 12, dueOn: day(90) }, ['unresourced doubt']],
    ['an owner with too much until a day in 91 days, in 90', { isOwnerOver: true, dueOn: day(91) }, [], { isOwnerOver: true, dueOn: day(90) }, ['owner_over doubt']],
    ['waits for what is due today, due yesterday', { blockers: [blocker(day(0))] }, [], { blockers: [blocker(day(-1))] }, ['blocked doubt']],
    ['waits for what is due the same day, a day after', { blockers: [blocker(day(30))] }, [], { blockers: [blocker(day(31))] }, ['blocked doubt']],
    ['a measure that fails by chance, one that gets worse', { measures: [measure({})] }, [], { measures: [measure({ isConcern: true })] }, ['measure_concern doubt']],
    ['a measure that hits and misses, one that consistently fails', { measures: [measure({})] }, [], { measures: [measure({ isFailing: true })] }, ['measure_fail doubt']],
    ['medium confidence, low', { deliveryConfidence: 'medium' }, [], { deliveryConfidence: 'low' }, ['low_confidence doubt']],
    ['medium confidence in the outcome, low', { outcomeConfidence: 'medium' }, [], { outcomeConfidence: 'low' }, ['low_confidence doubt']],
    ['low confidence while at risk, while on track', { status: 'at_risk', deliveryConfidence: 'low' }, [], { deliveryConfidence: 'low' }, ['low_confidence doubt']],
    ['a path back, none', { status: 'at_risk' }, [], { status: 'at_risk', lacksPath: true }, ['no_path doubt']],
    ['late but stopped, late', { hasEnded: true, dueOn: day(-2) }, [], { dueOn: day(-2) }, ['past_due doubt']],
    ['complete with evidence, without', { status: 'complete', hasEvidence: true }, [], { status: 'complete' }, ['no_evidence doubt']],
  ])('flags neither more nor less: %s', (_, before, none, after, some) => {
    expect(flagsOf(before)).toEqual(none);
    expect(flagsOf(after)).toEqual(some);
  });

  it.each<[Partial<AssessedFacts>, string]>([
    [{ dueOn: day(-12) }, 'Going to plan, but the due date, 9 November 2026, was 12 days ago'],
    [{ dueOn: day(-1), status: 'at_risk' }, 'The due date, 20 November 2026, was yesterday'],
    [{ dueOn: day(-40), status: 'at_risk' }, 'Wobbling, but the due date, 12 October 2026, was 40 days ago'],
    [{ forecastOn: day(31) }, 'Going to plan, but the last report expects the end on 22 December 2026, 1 day after the due date'],
    [{ status: 'not_started', startOn: day(-20) }, 'To do, but the start date, 1 November 2026, was 20 days ago'],
    [{ blockers: [blocker(day(60), 'later'), blocker(day(-3))] }, 'Going to plan, but it waits for 2.3 “Contract signed”, which was due 3 days ago, and for 1 more such action'],
    [{ blockers: [blocker(day(60))] }, 'Going to plan, but it waits for 2.3 “Contract signed”, which is due on 20 January 2027, after this one'],
    [{ lastUpdateOn: day(-50) }, 'Going to plan, but the last report is from 2 October 2026, 50 days ago'],
    [{ lastUpdateOn: null, status: 'not_started', startOn: null }, 'To do, but nobody has reported on it since it was added on 5 May 2026'],
    [{ measures: [measure({ isConcern: true })] }, 'Going to plan, but the measure “Waits” is getting worse, and more than by chance'],
    [{ measures: [measure({ isFailing: true }), measure({ isFailing: true })] }, 'Going to plan, but the measures “Waits” and 1 more consistently fail their targets'],
    [{ moves: 3 }, 'Going to plan, but the due date has moved 3 times'],
    [{ sameWords: 4 }, 'Going to plan, but the last 4 reports say the very same words'],
    [{ ownerName: null }, 'Going to plan, but nobody owns it'],
    [{ ownerLeftOn: day(-30) }, 'Going to plan, but its owner, Head of Discharge, left on 22 October 2026'],
    [{ unstaffedDays: 12 }, 'Going to plan, but nobody is down for its 12 days, and its organisation has none to give'],
    [{ unstaffedDays: 1 }, 'Going to plan, but nobody is down for its 1 day, and its organisation has none to give'],
    [{ isOwnerOver: true, ownerDays: 9, ownerGivenDays: 5.5 }, 'Going to plan, but its owner has 9 days of work and 5.5 to give before 21 December 2026'],
    [{ isOwnerOver: true }, 'Going to plan, but its owner has more work than they can do before 21 December 2026'],
    [{ deliveryConfidence: 'low', outcomeConfidence: 'low' }, 'Going to plan, but confidence that it will be delivered and that it will bring its outcome is low'],
    [{ status: 'at_risk', lacksPath: true }, 'The last report names no way back to “Going to plan”'],
    [{ lateMilestones: [milestone(day(-12))] }, 'Going to plan, but the milestone “Staff consulted” was due 12 days ago'],
    [{ lateMilestones: [milestone(day(-12)), milestone(day(-1)), milestone(day(-1))] }, 'Going to plan, but the milestone “Staff consulted” was due 12 days ago, and 2 more are late'],
    [{ status: 'complete' }, 'Done, but nothing has been given that shows it'],
  ])('says the fact in the locality’s own words: %#', (more, says) => {
    const { flags, reported } = of(more);
    expect(flags.map((one) => flagSays(one, reported, word))).toEqual([says]);
    expect(says).not.toMatch(/\b(green|amber|red|undefined|null)\b/i);
  });

  it('has a sentence for every flag', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { flags, reported } = assessAction(some, lines, today, word);
        for (const one of flags) expect(flagSays(one, reported, word)).toMatch(/^\S.{10,}/);
        expect(new Set(flags.map((one) => one.flag)).size).toBe(flags.length);
        expect(flags.every((one) => actionFlags.includes(one.flag))).toBe(true);
      }),
    );
  });

  it('never improves on the report, and leaves it as it was reported', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { reported, assessed, differs } = assessAction(some, lines, today, word);
        expect(reported).toBe(some.status);
        expect(urgency[assessed]).toBeLessThanOrEqual(urgency[reported]);
        expect(differs).toBe(assessed !== reported);
      }),
    );
  });

  const worse: Readonly<Record<string, (some: AssessedFacts) => Partial<AssessedFacts>>> = {
    'one more move': (some) => ({ moves: some.moves + 1 }),
    'a due date further back': (some) => ({ dueOn: some.dueOn && some.dueOn < today ? dayAfter(some.dueOn, -10) : some.dueOn }),
    'a due date that passed, where there was none': (some) => ({ dueOn: some.dueOn ?? day(-5) }),
    'a later forecast': (some) => ({ forecastOn: some.forecastOn ? dayAfter(some.forecastOn, 10) : day(500) }),
    'an older report': (some) => ({ lastUpdateOn: some.lastUpdateOn ? dayAfter(some.lastUpdateOn, -10) : some.lastUpdateOn }),
    'one more blocker': (some) => ({ blockers: [...some.blockers, blocker(day(-4))] }),
    'a measure in concern': (some) => ({ measures: [...some.measures, measure({ isConcern: true })] }),
    'the same words again': (some) => ({ sameWords: some.sameWords + 1 }),
    'nobody for its days': () => ({ unstaffedDays: 3 }),
    'an owner with too much to do': () => ({ isOwnerOver: true }),
    'an owner gone': () => ({ ownerName: 'Head of Discharge', ownerLeftOn: day(-1) }),
    'no owner': () => ({ ownerName: null }),
    'low confidence': () => ({ deliveryConfidence: 'low' }),
    'no path back': () => ({ lacksPath: true }),
    'no evidence': () => ({ hasEvidence: false }),
  };
  it.each(Object.keys(worse))('is never better for a bad fact more: %s', (name) => {
    fc.assert(
      fc.property(facts, (some) => {
        const after = { ...some, ...worse[name]?.(some) };
        expect(urgency[assessAction(after, lines, today, word).assessed]).toBeLessThanOrEqual(urgency[assessAction(some, lines, today, word).assessed]);
      }),
    );
  });

  it('asks nothing but evidence of what is done', () => {
    fc.assert(fc.property(facts, (some) => void expect(isOpen(some.status) || assessAction(some, lines, today, word).flags.every((one) => one.flag === 'no_evidence')).toBe(true)));
  });

  it('is as if an overridden flag were not there, and still shows it', () => {
    fc.assert(
      fc.property(facts, fc.subarray([...actionFlags]), (some, overridden) => {
        const [whole, less] = [assessAction(some, lines, today, word), assessAction(some, lines, today, word, overridden)];
        expect([...less.flags, ...less.overridden].map((one) => one.flag).sort()).toEqual(whole.flags.map((one) => one.flag).sort());
        expect(less.assessed).toBe(assessedStatus(some.status, less.flags.map((one) => one.weight)));
      }),
    );
  });

  it('frozen, says the flags that were up then, however its day and lines were', () => {
    fc.assert(
      fc.property(facts, fc.subarray([...actionFlags]), (some, overridden) => {
        const now = assessAction(some, lines, today, word, overridden);
        const frozen = { status: some.status, assessed: now.assessed, flags: now.flags.map((one) => one.flag), overridden: now.overridden.map((one) => one.flag), facts: some };
        expect(assessedThen(frozen, lines, today, word)).toEqual(now);
        expect(assessedThen({ ...frozen, flags: [], overridden: [], facts: null }, lines, today, word)).toMatchObject({ assessed: now.assessed, flags: [], overridden: [] });
      }),
    );
  });

  it('sees a report as soon as it is typed', () => {
    const before = { ...well, lastUpdateOn: day(-60), sameWords: 2, lacksPath: true };
    const after = factsAfter(before, { status: 'on_track', narrative: '  Ten homes\nsigned up ', forecastOn: day(40) }, 'ten homes signed up', today);
    expect(assessAction(after, lines, today, word).flags.map((one) => one.flag)).toEqual(['forecast_late', 'same_words']);
    expect(factsAfter(before, { status: 'on_track', narrative: 'Eleven homes' }, 'Ten homes', today).sameWords).toBe(1);
    expect(factsAfter(before, { status: 'complete', narrative: 'Done', evidence: [{ kind: 'observation', line: 'first', title: 'Audit of March', words: 'Ten of ten' }] }, null, today)).toMatchObject({ hasEvidence: true, sameWords: 0, lacksPath: false });
  });

  it('never holds a report that may be sent against its missing path back', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...statuses), maybe(fc.constant('Share the post')), (some, status, pathToGreen) => {
        const said = { status, narrative: 'Said', pathToGreen };
        if (checkUpdateWords(said, today).some((one) => one.field === 'pathToGreen')) return;
        expect(factsAfter(some, said, null, today).lacksPath).toBe(false);
      }),
    );
  });

  it('wonders at a plan in which all goes well, from a size on', () => {
    expect([isAllWell(4, 4, lines), isAllWell(5, 5, lines), isAllWell(6, 5, lines)]).toEqual([false, true, false]);
  });
});
