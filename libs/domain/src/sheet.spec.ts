import { check, BatchUpdate, type ShownWord, type Status } from '@followthrough/contracts';
import fc from 'fast-check';
import { impliedCells, readRow, refusedAt, settledCell, type SheetCells, sheetColumns, type SheetKnown } from './sheet';
import { checkUpdateWords } from './updates';

/** A locality where amber means on track, as one real trust has it. */
const spelt: Record<Status, string> = { not_started: 'White', on_track: 'Amber', at_risk: 'Slipping', off_track: 'Red', complete: 'Green', embedded: 'Blue' };
const words = Object.entries(spelt).map(([status, word]) => ({ status, word }) as Pick<ShownWord, 'status' | 'word'>);
const known: SheetKnown = { words, today: '2026-11-21', misfits: (said) => check(BatchUpdate, said).refusals ?? [] };
const row = { id: '0197a8b2-0000-7000-8000-000000000001', lastUpdateId: null, onBehalfOfId: null, boardName: null, last: null, mayClaim: false, evidenceKind: null };
const wrong = (cells: SheetCells) => readRow(cells, row, known).wrong;

describe('a row of the sheet', () => {
  it('is read by this locality’s words, whatever their case, and by no other’s', () => {
    expect(readRow({ status: ' aMber' }, row, known).said).toMatchObject({ status: 'on_track', actionId: row.id, seenId: null });
    expect(wrong({ status: 'On track' })).toEqual({ status: 'That is no word of this scale: White, Amber, Slipping, Red, Green' });
    expect(wrong({ status: 'Blue' }).status).toContain('Embedded is not reported');
    expect(readRow({ status: 'Green' }, { ...row, mayClaim: true }, known).said).toMatchObject({ status: 'complete' });
    expect(wrong({ narrative: 'Something' })).toEqual({ status: 'Say how it is going' });
  });

  it('says in each cell what the form says at the field', () => {
    expect(wrong({ status: 'Slipping' })).toEqual({ narrative: 'Say what happened: this status needs it', pathToGreen: 'Say what will bring it back on track' });
    expect(Object.keys(wrong({ status: 'Red', narrative: 'x', pathToGreen: 'y' }))).toEqual(['what']);
    expect(Object.keys(wrong({ status: 'Red', narrative: 'x', pathToGreen: 'y', what: 'Fund it' }))).toEqual(['fromWhom', 'neededBy']);
    expect(Object.keys(wrong({ status: 'Red', narrative: 'x', pathToGreen: 'y', neededBy: '1/2/2027' }))).toEqual(['what', 'fromWhom']);
    expect(wrong({ status: 'Amber', what: 'Fund it' })).toEqual({ what: 'A decision is asked for with an off-track status only', fromWhom: 'Say which board can decide, or who else' });
    expect(wrong({ status: 'Amber', forecastOn: '1/2/2026' })).toEqual({ forecastOn: 'The forecast must be today or later' });
    expect(wrong({ status: 'Amber', forecastOn: '30/02/2027', deliveryConfidence: 'Sure', outcomeConfidence: 'Green', restricted: 'Perhaps' })).toEqual({ deliveryConfidence: 'Say High, Medium or Low', outcomeConfidence: 'Say High, Medium or Low', restricted: 'Say Yes or No', forecastOn: 'Write a day like 31/01/2027' });
    expect(wrong({ status: 'Amber', narrative: 'x'.repeat(2_001) })).toEqual({ narrative: 'What happened must be 2,000 characters or fewer' });
  });

  it('stands for what it shows in empty cells: the board that meets next, and a text that was restricted before', () => {
    const kept = { ...row, boardName: 'Delivery board', last: { asOf: '2026-10-01', status: 'on_track' as const, narrative: null, pathToGreen: null, forecastOn: null, restricted: true, withheld: false, reportedByName: null, imported: false } };
    const cells = { status: 'Red', narrative: 'x', pathToGreen: 'y', what: 'Fund it', neededBy: '31/01/2027' };
    expect(impliedCells(cells, kept, known)).toEqual({ fromWhom: 'Delivery board', restricted: 'Yes' });
    expect(readRow(cells, kept, known).said).toMatchObject({ restricted: true, decision: { what: 'Fund it', fromWhom: 'Delivery board', neededBy: '2027-01-31' } });
    expect(readRow({ ...cells, fromWhom: 'The director', restricted: 'no' }, kept, known).said).toMatchObject({ restricted: false, decision: { fromWhom: 'The director' } });
    expect(impliedCells({ status: 'Amber' }, kept, known)).toEqual({ restricted: 'Yes' });
  });

  it('is complete with one piece of evidence of the kind agreed, from those who did the work where nobody says otherwise', () => {
    expect(wrong({ status: 'Green' })).toEqual({ proofTitle: 'Give evidence that shows it is done' });
    expect(impliedCells({ status: 'Green' }, row, known)).toEqual({ proofKind: 'Document', proofLine: 'First line' });
    const agreed = { ...row, evidenceKind: 'observation' as const };
    expect(readRow({ status: 'Green' }, agreed, known).wrong).toEqual({ proofTitle: 'Give an observation as evidence: that kind was agreed for this action' });
    const cells = { status: 'Green', proofTitle: 'Walk round ward 4', proofWords: 'The matron saw it on 3 November' };
    expect(readRow(cells, agreed, known).said?.evidence).toEqual([{ kind: 'observation', line: 'first', title: 'Walk round ward 4', url: null, words: 'The matron saw it on 3 November', restricted: false }]);
    expect(readRow({ ...cells, proofKind: 'data', proofLine: '2nd line', proofUrl: 'https://ward.example/4', restricted: 'Yes' }, row, known).said?.evidence).toMatchObject([{ kind: 'data', line: 'second', url: 'https://ward.example/4', restricted: true }]);
    expect(readRow({ ...cells, proofKind: 'data', proofUrl: 'https://ward.example/4' }, agreed, known).wrong).toEqual({ proofTitle: 'Give an observation as evidence: that kind was agreed for this action' });
    expect(wrong({ ...cells, proofUrl: 'the shared drive' })).toEqual({ proofUrl: expect.stringContaining('https://') as string });
    expect(wrong(cells)).toEqual({ proofUrl: 'Attach the document, or say where it is' });
    expect(Object.keys(wrong({ status: 'Green', proofWords: 'Seen' }))).toEqual(['proofTitle', 'proofUrl']);
    expect(wrong({ ...cells, proofKind: 'A photo', proofLine: 'Fourth' })).toEqual({ proofKind: 'Say Document, Data, Observation, Testimony', proofLine: 'Say First line, Second line, Third line' });
    expect(wrong({ ...cells, status: 'Amber' })).toEqual({ proofTitle: 'Evidence comes with Complete. Empty this, or give it on the action’s own page' });
    // What is there already is enough, and more may be given.
    expect(readRow({ status: 'Green' }, { ...row, mayClaim: true }, known).said?.evidence).toEqual([]);
    expect(impliedCells({ status: 'Green' }, { ...row, mayClaim: true }, known)).toEqual({});
    expect(readRow({ ...cells, proofKind: 'Testimony' }, { ...agreed, mayClaim: true }, known).said?.evidence).toHaveLength(1);
  });

  it.each([['1', 'First line'], ['first', 'First line'], ['SECOND LINE', 'Second line'], ['3rd line', 'Third line'], ['Third line: independent of it', 'Third line'], ['11', '11'], ['first aid', 'first aid']])('reads who stands behind it from %s', (typed, settled) => {
    expect(settledCell('proofLine', typed, known)).toBe(settled);
  });

  it('is saved only where the rules of a single update let it through', () => {
    const cell = fc.option(fc.constantFrom('Amber', 'red', 'Slipping', 'Blue', 'Some words', '31/01/2027', '1 Feb 2020', 'high', 'Yes', 'Green', 'data', 'Second line', 'https://a.example/b', 'x'.repeat(2_001)), { nil: undefined });
    fc.assert(
      fc.property(fc.record(Object.fromEntries(sheetColumns.map((one) => [one, cell]))), (cells) => {
        const { said, wrong: found } = readRow(Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== undefined)), row, known);
        expect(said === null).toBe(Object.keys(found).length > 0);
        if (said) expect([check(BatchUpdate, said).refusals ?? [], checkUpdateWords(said, known.today)]).toEqual([[], []]);
      }),
      { numRuns: 300 },
    );
  });

  it('is written as it is spelt here once it is typed, and read the same after as before', () => {
    expect(settledCell('status', 'amber ', known)).toBe('Amber');
    expect(settledCell('forecastOn', '30-Apr-27', known)).toBe('30/04/2027');
    expect(settledCell('deliveryConfidence', 'LOW', known)).toBe('Low');
    expect(settledCell('outcomeConfidence', 'hIGH', known)).toBe('High');
    expect(settledCell('proofKind', 'testimony', known)).toBe('Testimony');
    expect(settledCell('restricted', 'y', known)).toBe('Yes');
    expect(settledCell('forecastOn', 'Spring', known)).toBe('Spring');
    fc.assert(
      fc.property(fc.constantFrom(...sheetColumns), fc.oneof(fc.string(), fc.constantFrom('RED', '3/4/27', 'high', 'N', 'Q3 26/27')), (column, text) => {
        const settled = settledCell(column, text, known);
        expect(settledCell(column, settled, known)).toBe(settled);
        expect(readRow({ status: 'Amber', [column]: settled }, row, known)).toEqual(readRow({ status: 'Amber', [column]: text.trim() }, row, known));
      }),
    );
  });

  it.each([['updates.3.decision.neededBy', { at: 3, field: 'decision.neededBy' }], ['updates.0', { at: 0, field: '' }], ['updates', undefined], ['locality', undefined]])('finds the row of the refusal %s', (field, place) => {
    expect(refusedAt({ field })).toEqual(place);
  });
});
