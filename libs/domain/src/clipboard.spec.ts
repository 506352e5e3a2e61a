import fc from 'fast-check';
import { readCells, writeCells } from './clipboard';

describe('cells on the clipboard', () => {
  it.each<[string, string, string[][]]>([
    ['cells and rows', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['one cell, with nothing behind it', 'a', [['a']]],
    ['lines of its own in a cell', '"First\nsecond"\tb\r\n', [['First\nsecond', 'b']]],
    ['quotes and a tab inside a quoted cell', '"He said ""no""\tthen"\tb', [['He said "no"\tthen', 'b']]],
    ['quotes that are the words’ own', '"so-called" friends\tb', [['"so-called" friends', 'b']]],
    ['a quote that never ends', '"a\tb\nc', [['"a', 'b'], ['c']]],
    ['empty cells at both ends', '\ta\t\r\n\t\t\r\n', [['', 'a', ''], ['', '', '']]],
    ['an empty row between', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['nothing', '', []],
  ])('read %s', (_, text, cells) => {
    expect(readCells(text)).toEqual(cells);
  });

  it('come back as they were written', () => {
    const cell = fc.oneof(fc.string().map((text) => text.replaceAll('\r', '')), fc.constantFrom('', '"', '""', 'a\nb', 'a\tb', '"quoted"', '\n'));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })), (rows) => {
        expect(readCells(writeCells(rows))).toEqual(rows);
      }),
    );
  });

  it('are read without failing whatever the text, and lose no word of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', '""', '\t', '\n', '\r\n', 'word', 'x y'), { maxLength: 40 }), (parts) => {
        const bare = (text: string) => text.replace(/["\t\r\n]/g, '');
        expect(bare(readCells(parts.join('')).flat().join(''))).toBe(bare(parts.join('')));
      }),
    );
  });
});
