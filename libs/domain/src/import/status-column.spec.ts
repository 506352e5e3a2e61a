import fc from 'fast-check';
import type { Sheet } from './grid';
import { statusColumn } from './status-column';

const sheet = (name: string, rows: readonly (readonly string[])[]): Sheet => ({ name, rows: rows.map((row) => row.map((text) => ({ text }))), merges: [] }) as unknown as Sheet;
const header = { row: 0, rows: 1 } as const;
const key = sheet('Legend', [['How to read the markers'], ['Mint', 'Finished'], ['Lemon', 'going as planned'], ['Beetroot', 'will not make it']]);
const plan = (...markers: readonly string[]): Sheet => sheet('Tracker', [['Item', 'Step', 'Marker', 'Comment'], ...markers.map((marker, row) => [`A${row}`, `Step ${row}`, marker, 'Some words about it'])]);
const found = (sheets: readonly Sheet[]) => statusColumn(sheets, sheets[0] ?? key, header, [2, 3]);

describe('finding the statuses by what the cells say', () => {
  it('takes the column whose words another sheet explains', () => {
    expect(found([plan('Mint', 'Lemon', 'Lemon'), key])).toBe(2);
  });

  it('takes colours and plain states without a key', () => {
    expect(found([plan('Red', 'amber', 'G')])).toBe(2);
    expect(found([plan('Not started', 'Complete', 'Complete')])).toBe(2);
  });

  it('takes none where one word is unexplained, where all say the same, and where the list explains no state', () => {
    expect(found([plan('Mint', 'Lemon', 'Grapefruit'), key])).toBeUndefined();
    expect(found([plan('Mint', 'Mint', 'Mint'), key])).toBeUndefined();
    expect(found([plan('Mint', 'Lemon', 'Lemon'), sheet('Contacts', [['Mint', '01632 960001'], ['Lemon', '01632 960002']])])).toBeUndefined();
  });

  it('takes none where two columns could be it', () => {
    const two = sheet('Tracker', [['Item', 'Step', 'June', 'July'], ['A1', 'One', 'Red', 'Green'], ['A2', 'Two', 'Green', 'Red']]);
    expect(found([two])).toBeUndefined();
  });

  it('takes none whose words are many or long, whatever they are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''), { minLength: 20, maxLength: 40 }), (words) => {
        expect(found([plan(...words), key])).toBeUndefined();
      }),
    );
  });
});
