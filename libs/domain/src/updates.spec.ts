import { type NewEvidenceItem, type NewUpdate, statuses } from '@followthrough/contracts';
import fc from 'fast-check';
import { dayAfter, londonDay } from './calendar';
import { checkUpdate, checkUpdateWords, lacksOf, type ReportFacts } from './updates';

const today = '2026-11-21';
const text = fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: null });
const day = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => dayAfter(today, days)), { nil: null });
const decision = fc.option(fc.record({ what: fc.constant('Fund it'), boardId: fc.constantFrom('board', null), fromWhom: fc.constantFrom('The chair', null), neededBy: day }), { nil: null });
const seen: NewEvidenceItem = { kind: 'observation', line: 'first', title: 'A visit', words: 'Two wards, in use in both' };
const said: fc.Arbitrary<NewUpdate> = fc.record({ status: fc.constantFrom(...statuses), narrative: text, pathToGreen: text, evidence: fc.constantFrom<NewEvidenceItem[]>([], [seen]), forecastOn: day, decision });
const facts: ReportFacts = { reporterId: 'reporter', ownerId: 'owner', accountablePersonId: null, namedHasAccount: false, correctsOwn: false, closureState: null, disposition: null, evidenceKind: null, standing: [] };
const fields = (found: readonly { readonly field: string }[]) => found.map((one) => one.field);

describe('a status update', () => {
  it('that passes says everything its status asks for', () => {
    fc.assert(
      fc.property(said, (update) => {
        if (checkUpdateWords(update, today).length > 0) return;
        const worries = update.status === 'at_risk' || update.status === 'off_track';
        if (worries) expect(update.narrative && update.pathToGreen).toBeTruthy();
        expect(update.status === 'off_track').toBe(!!update.decision);
        if (update.decision) expect(!!update.decision.boardId).toBe(!update.decision.fromWhom);
        if (update.forecastOn) expect(update.forecastOn >= today).toBe(true);
        expect(lacksOf({ status: update.status, narrative: update.narrative ?? null, pathToGreen: update.pathToGreen ?? null, decisionId: update.decision ? 'asked' : null, isImported: false })).toEqual([]);
      }),
    );
  });

  it('says all that is wrong at once, each at its field', () => {
    expect(fields(checkUpdateWords({ status: 'off_track', forecastOn: '2026-11-20' }, today))).toEqual(['narrative', 'pathToGreen', 'decision', 'forecastOn']);
  });

  it('is never embedded, whoever says so', () => {
    expect(fields(checkUpdateWords({ status: 'embedded', evidence: [seen] }, today))).toEqual(['status']);
  });

  it('of complete is a claim: it needs evidence of the kind that was agreed, given now or before', () => {
    const complete = (evidence: NewEvidenceItem[], more: Partial<ReportFacts> = {}) => fields(checkUpdate({ status: 'complete', evidence }, { ...facts, ...more }, today));
    expect(complete([])).toEqual(['evidence']);
    expect(complete([seen])).toEqual([]);
    expect(complete([seen], { evidenceKind: 'document' })).toEqual(['evidence']);
    expect(complete([], { evidenceKind: 'document', standing: [{ kind: 'document', line: 'first' }] })).toEqual([]);
    expect(complete([], { closureState: 'claimed' })).toEqual([]);
    expect(complete([{ ...seen, words: null }])).toEqual(['evidence.0.words']);
  });

  it.each([...statuses.filter((one) => one !== 'embedded')])('of %s is not taken of what has ended', (status) => {
    const report: NewUpdate = { status, narrative: 'Said', pathToGreen: 'Way', evidence: [seen], ...(status === 'off_track' ? { decision: { what: 'Fund it', fromWhom: 'Board', neededBy: today } } : {}) };
    expect(fields(checkUpdate(report, { ...facts, disposition: 'done' }, today))).toEqual(['status']);
    expect(checkUpdate(report, facts, today)).toEqual([]);
  });

  it('is entered on behalf of the owner only, who has no account', () => {
    expect(checkUpdate({ status: 'on_track', onBehalfOfId: 'owner' }, facts, today)).toEqual([]);
    expect(fields(checkUpdate({ status: 'on_track', onBehalfOfId: 'stranger' }, facts, today))).toEqual(['onBehalfOfId']);
    expect(fields(checkUpdate({ status: 'on_track', onBehalfOfId: 'owner' }, { ...facts, namedHasAccount: true }, today))).toEqual(['onBehalfOfId']);
  });
});

describe('today', () => {
  it('is the day in London, on both sides of midnight and of the clocks', () => {
    expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(londonDay(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
    expect(dayAfter('2026-03-28', 1)).toBe('2026-03-29');
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
  });
});
