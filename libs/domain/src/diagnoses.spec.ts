import fc from 'fast-check';
import { checkAgreement, checkEvidence, moved } from './diagnoses';

const fields = (found: readonly { readonly field: string }[]) => found.map((one) => one.field);

describe('a diagnosis', () => {
  it('is agreed once a root cause is chosen', () => {
    expect(fields(checkAgreement({ rootCauseId: null }))).toEqual(['rootCauseId']);
    expect(checkAgreement({ rootCauseId: 'cause' })).toEqual([]);
  });

  it.each([
    [{ kind: 'link', label: 'Report', url: 'https://eastvale.example/report' } as const, []],
    [{ kind: 'link', label: 'Report' } as const, ['url']],
    [{ kind: 'link', label: 'Report', url: 'javascript:alert(1)' } as const, ['url']],
    [{ kind: 'link', label: 'Report', url: 'https://eastvale.example', figure: '41' } as const, ['figure']],
    [{ kind: 'measure', label: 'Long waits', figure: '41 in September' } as const, []],
    [{ kind: 'measure', label: 'Long waits' } as const, ['figure']],
    [{ kind: 'measure', label: 'Long waits', figure: '41', url: 'https://eastvale.example' } as const, ['url']],
    [{ kind: 'file', label: 'Audit', fileId: 'file' } as const, []],
    [{ kind: 'file', label: 'Audit' } as const, ['fileId']],
    [{ kind: 'file', label: 'Audit', fileId: 'file', url: 'https://eastvale.example', figure: '41' } as const, ['url', 'figure']],
    [{ kind: 'measure', label: 'Long waits', figure: '41', fileId: 'file' } as const, ['fileId']],
    [{ kind: 'measure', label: 'Long waits', measureId: 'measure' } as const, []],
    [{ kind: 'link', label: 'Report', url: 'https://eastvale.example', measureId: 'measure' } as const, ['measureId']],
  ])('rests on evidence that says what its kind asks for: %j is refused at %j', (evidence, refused) => {
    expect(fields(checkEvidence(evidence))).toEqual(refused);
  });

  it('keeps every why when one moves, and the others in their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 12 }), fc.nat(11), fc.integer({ min: 1, max: 12 }), (whys, which, place) => {
        const one = whys[which % whys.length] as number;
        const after = moved(whys, one, place);
        expect(after[Math.min(place, whys.length) - 1]).toBe(one);
        expect(after.filter((why) => why !== one)).toEqual(whys.filter((why) => why !== one));
      }),
    );
  });
});
