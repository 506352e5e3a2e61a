import fc from 'fast-check';
import { forceOf, nextRef, pastedProblems, readFindings } from './pasted-findings';

const brief = (text: string, taken: readonly string[] = []) => readFindings(text, taken).map(({ ref, quotation, page, kind, force }) => [ref, quotation, page, kind, force].join(' | '));

describe('findings pasted as text', () => {
  it('are a line each, under the kind that a line above names', () => {
    expect(brief('Strengths:\n• Staff were kind.\n\nAreas for improvement\n- System leaders must agree one list.\n- Share thresholds (page 24)\n')).toEqual([
      '1 | Staff were kind. |  | strength | should',
      '2 | System leaders must agree one list. |  | area_for_improvement | must',
      '3 | Share thresholds | 24 | area_for_improvement | should',
    ]);
  });

  it('keep their own refs, and number on from the last of the review', () => {
    expect(brief('3.2 People waited. [p. 8-9]\n4) Nobody decided.\n12 people told us so.\nS1 Kind staff', ['2.8', '2.9'])).toEqual([
      '3.2 | People waited. | 8-9 | area_for_improvement | should',
      '4 | Nobody decided. |  | area_for_improvement | should',
      '5 | 12 people told us so. |  | area_for_improvement | should',
      'S1 | Kind staff |  | area_for_improvement | should',
    ]);
    expect(brief('Nobody decided.', ['2.8', '2.9'])).toEqual(['2.10 | Nobody decided. |  | area_for_improvement | should']);
  });

  it('lose bullets with tabs as Word copies them, and quotation marks round the whole', () => {
    expect(brief('•\t“Waits were long.”\no\tHomes rang “999” first.')).toEqual(['1 | Waits were long. |  | area_for_improvement | should', '2 | Homes rang “999” first. |  | area_for_improvement | should']);
  });
});

describe('findings pasted as cells', () => {
  it('follow their headings, whatever the order', () => {
    expect(brief('Page\tType\tFinding\tRef\tMust or should\n24\tChallenge\tNobody decides.\t1.1\tMust\np. 25\tGood practice\tMonday huddle\t1.2\t')).toEqual(['1.1 | Nobody decides. | 24 | challenge | must', '1.2 | Monday huddle | 25 | good_practice | should']);
  });

  it('are understood without headings where their form says enough', () => {
    expect(brief('1.\tPeople waited for days.\t12\n2.\tFamilies were told late.\t13')).toEqual(['1 | People waited for days. | 12 | area_for_improvement | should', '2 | Families were told late. | 13 | area_for_improvement | should']);
  });

  it('may have lines and quotation marks of their own inside a cell', () => {
    expect(brief('1.1\t"First line.\nSecond ""quoted"" line."\n1.2\tPlain words here')).toEqual(['1.1 | First line.\nSecond "quoted" line. |  | area_for_improvement | should', '1.2 | Plain words here |  | area_for_improvement | should']);
  });
});

describe('criteria and themes of what is pasted', () => {
  const criteria = [
    { id: 'a', domain: 'Working with people', title: 'Assessing needs' },
    { id: 'b', domain: 'Providing support', title: 'Care provision, integration and continuity' },
    { id: 'c', domain: 'Crisis management', title: 'Is it responsive?' },
    { id: 'd', domain: 'Leaving hospital', title: 'Is it responsive?' },
  ];
  const about = (text: string) => readFindings(text, [], criteria).map(({ quotation, criterionIds, unknownCriteria, themes }) => [quotation, criterionIds.join(), unknownCriteria.join(), themes.join()].join(' | '));

  it('come from their columns, and what is no criterion is handed back', () => {
    expect(about('Finding\tCriterion\tThemes\nPeople waited.\tassessing  needs.\tDischarge; Weekends, discharge\nHomes rang 999.\tCare provision, integration and continuity; Safe care\t')).toEqual([
      'People waited. | a |  | Discharge,Weekends',
      'Homes rang 999. | b | Safe care | ',
    ]);
  });

  it('come from a line that names a criterion, for those below it', () => {
    expect(about('Assessing needs:\n• People waited.\nStrengths\n• Staff were kind.\nCare provision, integration and continuity\n• Homes rang 999.')).toEqual(['People waited. | a |  | ', 'Staff were kind. | a |  | ', 'Homes rang 999. | b |  | ']);
  });

  it('need their domain where several have the same title', () => {
    expect(about('Finding\tCriterion\nPeople waited.\tIs it responsive?\nNobody came.\tLeaving hospital – Is it responsive?')).toEqual(['People waited. |  | Is it responsive? | ', 'Nobody came. | d |  | ']);
  });

  it('are found in a column without a heading', () => {
    expect(about('1\tPeople waited for a long time.\tAssessing needs\n2\tNobody came to them at all.\tCrisis management: Is it responsive')).toEqual(['People waited for a long time. | a |  | ', 'Nobody came to them at all. | c |  | ']);
  });
});

describe('any text', () => {
  it('is read without failing, and what has no ref gets one of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('\t', '\n', '"', '• ', 'Strengths\n', '1.2 ')), { maxLength: 30 }), (parts) => {
        const found = readFindings(parts.join(''), ['1', '2']);
        expect(found.every((one) => one.ref !== '')).toBe(true);
        expect(readFindings(found.map(() => 'Plain words').join('\n'), []).length).toBe(found.length);
      }),
    );
  });
});

it.each([['3.9', '3.10'], ['A9', 'A10'], ['', '1'], ['2b', '3b']])('after %s comes %s', (last, next) => expect(nextRef(last, new Set())).toBe(next));
it('passes refs that are taken', () => expect(nextRef('1', new Set(['2', '3']))).toBe('4'));
it.each([['Leaders must act', 'must'], ['Mustard was served', 'should'], ['Leaders should act', 'should']])('“%s” is a %s', (text, force) => expect(forceOf(text)).toBe(force));

it('says of each row what keeps it from being added', () => {
  const row = (ref: string, quotation = `Said in ${ref}`, page: string | null = null, themes: string[] = []) => ({ ref, quotation, page, kind: 'challenge' as const, force: 'must' as const, criterionIds: [], unknownCriteria: [], themes });
  expect(pastedProblems([row('1'), row('2'), row('2', 'Other'), row('3', 'Said in 2'), row(''), row('4', 'x'.repeat(10_001)), row('5', 'y', 'z'.repeat(41)), row('6'), row('7', 'w', null, ['t'.repeat(101)])], ['1'])).toEqual([
    'The review has a finding 1 already',
    '',
    '2 is in this list twice',
    'The same words are in this list twice',
    'Give it a ref',
    'Longer than 10,000 characters: divide it',
    'The page is longer than 40 characters',
    '',
    'A theme is longer than 100 characters',
  ]);
});
