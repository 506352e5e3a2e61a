import { BatchUpdate, check } from '@followthrough/contracts';
import fc from 'fast-check';
import { readCells, writeCells } from './clipboard';
import { proofColumns, readRow, settledCell, type SheetColumn, sheetColumns, type SheetKnown } from './sheet';
import { cellsIn, edited, layBlock, layByRef, MOST_STEPS, noHistory, redone, type SheetHistory, undone, withoutRows } from './sheet-edits';

const rows = Array.from({ length: 6 }, (_, at) => `row ${at}`);
/** Shown without what is hidden at first. */
const shown = sheetColumns.filter((one) => one !== 'outcomeConfidence' && !proofColumns.some((proof) => proof === one));
const edit = fc.record({ row: fc.constantFrom(...rows), column: fc.constantFrom(...sheetColumns), text: fc.constantFrom('', 'a', 'b', 'c') });
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe('typing on the sheet', () => {
  it('is taken back and done again step by step, to the very same cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { maxLength: 20 }), (steps) => {
        const states: SheetHistory[] = [noHistory()];
        for (const step of steps) {
          const next = edited(states.at(-1) as SheetHistory, step);
          if (next !== states.at(-1)) states.push(next);
        }
        let sheet = states.at(-1) as SheetHistory;
        for (const before of states.toReversed()) {
          expect(sheet.text).toEqual(before.text);
          sheet = undone(sheet);
        }
        for (const after of states.slice(1)) {
          sheet = redone(sheet);
          expect(sheet.text).toEqual(after.text);
        }
        expect(redone(sheet)).toBe(sheet);
      }),
    );
  });

  it('forgets what was taken back once something else is typed, keeps so many steps, and holds no empty cell', () => {
    const one = (text: string) => [{ row: 'row 1', column: 'narrative' as const, text }];
    const sheet = edited(undone(edited(edited(noHistory(), one('a')), one('b'))), one('c'));
    expect([redone(sheet).text, undone(sheet).text]).toEqual([{ 'row 1': { narrative: 'c' } }, { 'row 1': { narrative: 'a' } }]);
    expect(edited(sheet, one('')).text).toEqual({});
    let long = noHistory();
    for (let n = 0; n <= MOST_STEPS; n += 1) long = edited(long, one(String(n)));
    expect(long.past).toHaveLength(MOST_STEPS);
  });

  it('cannot take back what was saved, and still the rest', () => {
    const both = edited(noHistory(), [{ row: 'row 1', column: 'narrative', text: 'a' }, { row: 'row 2', column: 'narrative', text: 'b' }]);
    const rest = withoutRows(both, ['row 1']);
    expect(rest.text).toEqual({ 'row 2': { narrative: 'b' } });
    expect(undone(rest).text).toEqual({});
    expect(redone(undone(rest)).text).toEqual({ 'row 2': { narrative: 'b' } });
  });
});

describe('a block laid on the sheet', () => {
  it('begins at the top left of what is selected, and what lies outside is counted', () => {
    const laid = layBlock([['a', 'b', 'c'], ['d', 'e', 'f']], at(5, 7), rows, shown);
    expect(laid.edits).toEqual([{ row: 'row 5', column: 'deliveryConfidence', text: 'a' }, { row: 'row 5', column: 'restricted', text: 'b' }]);
    expect([laid.outside, laid.area]).toEqual([4, at(5, 7, 5, 8)]);
  });

  it('fills what is selected where it fits in it a whole number of times', () => {
    expect(layBlock([['a']], at(1, 0, 3, 0), rows, shown).edits.map((one) => `${one.row} ${one.text}`)).toEqual(['row 1 a', 'row 2 a', 'row 3 a']);
    expect(layBlock([['a', 'b']], at(0, 0, 1, 3), rows, shown).edits.map((one) => one.text)).toEqual(['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']);
    expect(layBlock([['a'], ['b']], at(0, 0, 2, 0), rows, shown).edits).toHaveLength(2);
    expect(layBlock([], at(0, 0), rows, shown)).toEqual({ edits: [], area: at(0, 0), outside: 0 });
  });

  it('is what is copied from there again, and touches nothing beside it', () => {
    const block = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.constantFrom('', 'a', 'b\nc', '"d"'), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(block, fc.nat(5), fc.nat(8), fc.array(edit, { maxLength: 20 }), (cells, top, left, before) => {
        const sheet = edited(noHistory(), before);
        const { edits, area, outside } = layBlock(readCells(writeCells(cells)), at(top, left), rows, shown);
        const after = edited(sheet, edits);
        expect(edits.length + outside).toBe(cells.flat().length);
        const inside = cells.slice(0, area.bottom - top + 1).map((one) => one.slice(0, area.right - left + 1));
        expect(cellsIn(after.text, area, rows, shown)).toEqual(inside);
        const touched = new Set(edits.map((one) => `${one.row} ${one.column}`));
        for (const row of rows) for (const column of sheetColumns) if (!touched.has(`${row} ${column}`)) expect(after.text[row]?.[column]).toBe(sheet.text[row]?.[column]);
      }),
    );
  });

  it('that begins with refs goes to the actions it names, in whatever order', () => {
    const named = rows.map((id, n) => ({ id, ref: `2.${n + 1}` }));
    const block = named.map(({ ref }, n) => [ref, 'On track', `Said of ${n}`]);
    const straight = edited(noHistory(), layBlock(block.map((cells) => cells.slice(1)), at(0, 0), rows, shown).edits).text;
    fc.assert(fc.property(fc.shuffledSubarray(block, { minLength: block.length }), (shuffled) => expect(edited(noHistory(), layByRef(shuffled, 0, named, shown)?.edits ?? []).text).toEqual(straight)));
    expect(layByRef([['Ref', 'Status'], ['2.2', 'On track'], [' 2.1', 'At risk'], ['9.9', 'Gone']], 0, named, shown)).toBeUndefined();
    expect(layByRef([['Ref', 'Status'], ['2.2', 'On track'], [' 2.1', 'At risk']], 0, named, shown)).toEqual({ edits: [{ row: 'row 1', column: 'status', text: 'On track' }, { row: 'row 0', column: 'status', text: 'At risk' }], outside: 1 });
    expect([layByRef([['On track', '2.1']], 0, named, shown), layByRef([['2.1'], ['2.2']], 0, named, shown), layByRef([['2.1', 'x']], 0, [...named, { id: 'row 9', ref: '2.1' }], shown)]).toEqual([undefined, undefined, undefined]);
  });

  it('of 10,000 cells with errors in 37 has each marked where it is, and keeps the rest', () => {
    const known: SheetKnown = { words: [{ status: 'on_track', word: 'On track' }, { status: 'at_risk', word: 'At risk' }], today: '2026-11-21', misfits: (said) => check(BatchUpdate, said).refusals ?? [] };
    const ids = Array.from({ length: 2_000 }, (_, n) => `0197a8b2-0000-7000-8000-${String(n).padStart(12, '0')}`);
    const columns: readonly SheetColumn[] = ['status', 'narrative', 'pathToGreen', 'what', 'fromWhom'];
    const places = fc.uniqueArray(fc.nat(1_999), { minLength: 37, maxLength: 37 });
    fc.assert(
      fc.property(places, (bad) => {
        const marked = new Set(bad);
        const cells = ids.map((_, n) => [marked.has(n) ? 'Fine, thanks' : n % 2 ? 'on track' : 'At risk', `Said of ${n}`, n % 2 ? '' : 'Hurry', '', '']);
        const { edits, outside } = layBlock(readCells(writeCells(cells)), at(0, 0), ids, shown);
        expect([edits.length, outside]).toEqual([10_000, 0]);
        const { text } = edited(noHistory(), edits.map((one) => ({ ...one, text: settledCell(one.column, one.text, known) })));
        const wrong = ids.flatMap((id, n) => Object.keys(readRow(text[id] ?? {}, { id, lastUpdateId: null, onBehalfOfId: null, boardName: null, last: null, mayClaim: false, evidenceKind: null }, known).wrong).map((column) => `${n} ${column}`));
        expect(wrong).toEqual([...bad].sort((a, b) => a - b).map((n) => `${n} status`));
        expect(cellsIn(text, { top: 0, left: 0, bottom: 1_999, right: columns.length - 1 }, ids, shown).map((one) => one.slice(1))).toEqual(cells.map((one) => one.slice(1)));
      }),
      { numRuns: 3 },
    );
  });
});
