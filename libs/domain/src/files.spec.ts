import { mediaTypes } from '@followthrough/contracts';
import fc from 'fast-check';
import { endings, safeName, sizeInWords } from './files';

describe('files', () => {
  it.each([
    ['report.pdf', 'application/pdf', 'report.pdf'],
    ['Report.PDF', 'application/pdf', 'Report.pdf'],
    ['scan.jpeg', 'image/jpeg', 'scan.jpeg'],
    ['invoice.exe', 'application/pdf', 'invoice.exe.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\me\\views.csv', 'text/plain', 'views.csv'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['photo\u202egpj.png', 'image/png', 'photogpj.png'],
    ['a"b\r\nX-Header: 1.pdf', 'application/pdf', 'abX-Header 1.pdf'],
    ['', 'image/png', 'file.png'],
    ['....', 'image/png', 'file.png'],
  ] as const)('keeps “%s” (%s) as “%s”', (said, mediaType, kept) => {
    expect(safeName(said, mediaType)).toBe(kept);
  });

  it('always gives a name that is safe, short, ends as what it is, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...mediaTypes), (said, mediaType) => {
        const name = safeName(said, mediaType);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}<>:"|?*\\/]/u);
        expect(name.isWellFormed()).toBe(true);
        expect(name.length).toBeLessThanOrEqual(206);
        expect(name).toMatch(/^[^. ]/u);
        expect(endings[mediaType].some((one) => name.endsWith(`.${one}`))).toBe(true);
        expect(safeName(name, mediaType)).toBe(name);
      }),
    );
  });

  it('says sizes as people do', () => {
    expect([1, 999, 1_400, 52_300, 10_485_760].map(sizeInWords)).toEqual(['1 byte', '999 bytes', '1.4 kB', '52 kB', '10 MB']);
  });
});
