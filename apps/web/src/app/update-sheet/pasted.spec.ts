import { pastedCells, tableCells } from './pasted';

const clipboard = (said: Readonly<Record<string, string>>) => ({ getData: (type: string) => said[type] ?? '' }) as DataTransfer;

describe('a block on the clipboard', () => {
  it('is the plain text of a spreadsheet, which has the very cells', () => {
    expect(pastedCells(clipboard({ 'text/plain': 'On track\t"Two\nlines"\r\n', 'text/html': '<table><tr><td>On  track</td><td>Two<br>lines</td></tr></table>' }))).toEqual([['On track', 'Two\nlines']]);
    expect(pastedCells(clipboard({ 'text/plain': 'Only words' }))).toEqual([['Only words']]);
  });

  it('is the table of Word, whose plain text tears its cells apart', () => {
    const html = '<html><body><!--StartFragment--><table><tr><td><p>Off\n  track</p></td><td><p>First paragraph</p><p>Second</p></td></tr></table></body></html>';
    expect(pastedCells(clipboard({ 'text/plain': 'Off track\tFirst paragraph\nSecond\n', 'text/html': html }))).toEqual([['Off track', 'First paragraph\nSecond']]);
  });

  it('keeps its columns where cells are merged', () => {
    expect(tableCells('<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></table>')).toEqual([['a', 'b', ''], ['', 'c', 'd']]);
    expect(tableCells('<p>No table</p>')).toEqual([]);
  });
});
