import { type AssuranceLine, assuranceLines, type ClosureState, closureStates, type EvidenceType, evidenceTypes, statuses } from '@followthrough/contracts';
import fc from 'fast-check';
import { checkAcceptance, checkAnswer, checkClaim, checkEnding, checkEvidenceKind, checkLook, checkReopening, checkReturn, checkSupersession, checkTransfer, type Claimed, closureSays, isParty, type Looking } from './closure';
import { checkEvidenceItem } from './evidence';

const someone = fc.option(fc.constantFrom('ann', 'bob', 'cas', 'dee'), { nil: null });
const given = fc.record({ kind: fc.constantFrom<EvidenceType>(...evidenceTypes), line: fc.constantFrom<AssuranceLine>(...assuranceLines) });
const claimed: fc.Arbitrary<Claimed> = fc.record({
  personId: someone,
  ownerId: someone,
  claim: fc.option(fc.record({ personId: someone, onBehalfOfId: someone, ownerId: someone }), { nil: null }),
  state: fc.option(fc.constantFrom<ClosureState>(...closureStates), { nil: null }),
  evidenceKind: fc.option(fc.constantFrom<EvidenceType>(...evidenceTypes), { nil: null }),
  answersMust: fc.boolean(),
  standing: fc.array(given, { maxLength: 3 }),
  worse: fc.constantFrom<string[]>([], [], ['Days waited']),
});

describe('a claim that an action is done', () => {
  it('is accepted only while it waits, by no party to it, with evidence of the agreed kind, of the second line where a finding says must', () => {
    fc.assert(
      fc.property(claimed, (one) => {
        const fit = one.standing.filter(({ kind }) => one.evidenceKind === null || kind === one.evidenceKind);
        const isWell = one.state === 'claimed' && one.personId !== null && ![one.ownerId, one.claim?.personId, one.claim?.onBehalfOfId, one.claim?.ownerId].includes(one.personId) && fit.length > 0 && (!one.answersMust || fit.some(({ line }) => line !== 'first')) && one.worse.length === 0;
        expect(checkAcceptance(one).length === 0).toBe(isWell);
        if (isWell) expect([checkReturn(one), checkClaim(one)]).toEqual([[], []]);
        if (isParty(one)) expect(checkReturn(one)).not.toEqual([]);
      }),
    );
  });

  it('says which kind of evidence it lacks', () => {
    expect(checkClaim({ evidenceKind: 'data', standing: [{ kind: 'testimony', line: 'third' }] })).toMatchObject([{ field: 'evidence', message: 'Give data as evidence: that kind was agreed for this action' }]);
    expect(checkClaim({ evidenceKind: null, standing: [] })[0]?.message).toBe('Give evidence that shows it is done');
  });
});

describe('a look at whether it has held', () => {
  const look: Looking = { personId: 'cas', ownerId: 'ann', claim: { personId: 'bob', onBehalfOfId: null, ownerId: 'ann' }, state: 'accepted', months: 3, dueOn: '2026-08-31', done: false, earlier: null };
  const fields = (more: Partial<Looking>, result: 'held' | 'not_held' = 'held', today = '2026-08-31') => checkLook({ ...look, ...more }, result, today).map(({ field }) => field);

  it('is neither early nor by a party, nor twice, nor of what was opened again', () => {
    expect(fields({})).toEqual([]);
    expect(fields({}, 'held', '2026-08-30')).toEqual(['result']);
    for (const personId of ['ann', 'bob', null]) expect(fields({ personId })).toEqual(['result']);
    expect(fields({ done: true })).toEqual(['']);
    for (const state of closureStates.filter((one) => one !== 'accepted')) expect(fields({ state })).toEqual(['']);
  });

  it('may say that it has not held whoever says it', () => {
    for (const personId of ['ann', 'bob']) expect(fields({ personId }, 'not_held')).toEqual([]);
  });

  it('comes after the one before it, on another day', () => {
    expect(fields({ months: 6, earlier: { months: 3, checkedOn: null } })).toEqual(['result']);
    expect(fields({ months: 6, earlier: { months: 3, checkedOn: '2026-08-31' } })).toEqual(['result']);
    expect(fields({ months: 6, earlier: { months: 3, checkedOn: '2026-08-30' } })).toEqual([]);
  });
});

describe('the other ends of an action', () => {
  it('are for what is neither claimed nor ended, and what is open cannot be opened', () => {
    for (const state of [null, 'returned', 'reopened'] as const) expect([checkEnding({ state, disposition: null }).length, checkReopening({ state, disposition: null }).length]).toEqual([0, 1]);
    expect([checkEnding({ state: 'claimed', disposition: null }).length, checkReopening({ state: 'claimed', disposition: null }).length]).toEqual([1, 0]);
    for (const disposition of ['done', 'transferred', 'stopped', 'superseded'] as const) expect([checkEnding({ state: 'accepted', disposition }).length, checkReopening({ state: 'accepted', disposition }).length]).toEqual([1, 0]);
  });

  it('are handed to one receiver, who says so through somebody else', () => {
    const offer = { newOwner: 'Head of flow', reason: 'It is theirs' };
    expect(checkTransfer({ ...offer, programmeId: 'p' })).toEqual([]);
    expect(checkTransfer({ ...offer, receiver: 'The trust' })).toEqual([]);
    expect(checkTransfer(offer)).toHaveLength(1);
    expect(checkTransfer({ ...offer, programmeId: 'p', receiver: 'The trust' })).toHaveLength(1);
    const asker = { personId: 'cas', ownerId: 'ann', offeredById: 'bob' };
    expect(checkAnswer({ state: 'accepted', answeredBy: 'Dee' }, asker)).toEqual([]);
    expect(checkAnswer({ state: 'accepted' }, asker)).toHaveLength(1);
    for (const personId of ['ann', 'bob', null]) expect(checkAnswer({ state: 'accepted', answeredBy: 'Dee' }, { ...asker, personId })).toHaveLength(1);
    expect(checkAnswer({ state: 'withdrawn' }, { ...asker, personId: 'bob' })).toEqual([]);
  });

  it('are not a ring of actions that replace each other', () => {
    expect([null, { disposition: null }, { disposition: 'done' }, { disposition: 'superseded' }, { disposition: 'stopped' }, { disposition: 'transferred' }].map((by) => checkSupersession(by as Parameters<typeof checkSupersession>[0]).length)).toEqual([1, 0, 0, 1, 1, 1]);
  });
});

describe('the kind of evidence', () => {
  it('is agreed once, changes with a reason, and not under a claim', () => {
    const open = { state: null, disposition: null };
    expect(checkEvidenceKind(null, 'data', open, null)).toEqual([]);
    expect(checkEvidenceKind('data', 'document', open, null)).toMatchObject([{ field: 'reason' }]);
    expect(checkEvidenceKind('data', 'document', open, 'There are no data')).toEqual([]);
    expect(checkEvidenceKind('data', null, { state: 'claimed', disposition: null }, 'Easier')).toMatchObject([{ field: 'evidenceKind' }]);
  });

  it('says what has to be there to look at', () => {
    for (const kind of ['document', 'data'] as const) expect([checkEvidenceItem({ kind, words: 'Trust me' }).length, checkEvidenceItem({ kind, url: 'https://a.example' }).length, checkEvidenceItem({ kind, fileId: 'f' }).length]).toEqual([1, 0, 0]);
    for (const kind of ['observation', 'testimony'] as const) expect([checkEvidenceItem({ kind, url: 'https://a.example' }).length, checkEvidenceItem({ kind, words: 'Seen by the ward' }).length]).toEqual([1, 0]);
  });
});

it('says of every state where the action stands and what is next', () => {
  const said = [null, ...closureStates].flatMap((state) => statuses.map((status) => closureSays({ state, status, disposition: null, evidenceKind: 'data' })));
  for (const { is, next } of said) expect(Math.min(is.length, next.length)).toBeGreaterThan(3);
  expect(closureSays({ state: null, status: 'complete', disposition: null, evidenceKind: null }).is).toContain('without a claim');
});
