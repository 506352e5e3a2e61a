import { historyKinds, type HistoryReading, historyWords } from '@followthrough/contracts';
import { words } from '../words';
import { saidValues } from './said';

describe('a value of the history', () => {
  it.each<[HistoryReading, string[], string]>([
    ['text', [], 'Nothing'],
    ['day', ['2027-01-31'], '31 Jan 2027'],
    ['month', ['2027-01-01'], 'Jan 2027'],
    ['moment', ['2026-07-01T23:30:00+00:00'], '2 Jul 2026, 00:30'],
    ['yes', ['false'], 'No'],
    ['number', ['1240.0'], '1,240'],
    ['word', ['not_started'], 'Not started'],
    ['horizon', ['quick_win'], 'Quick win'],
    ['role', ['lead', 'executive'], 'Locality lead, Executive'],
    ['versionField', ['nextSteps', 'risks'], 'Next steps, Risks'],
    ['person', ['Sam Reed'], 'Sam Reed'],
  ])('reads %s %s as “%s”', (reads, values, said) => {
    expect(saidValues(reads, values)).toBe(said);
  });

  it('has words for every vocabulary that a field names', () => {
    const own: readonly HistoryReading[] = ['text', 'narrative', 'number', 'day', 'moment', 'month', 'yes', 'status', 'word', 'built'];
    const named: readonly HistoryReading[] = ['person', 'organisation', 'action', 'finding', 'cause', 'measure', 'milestone', 'outcome', 'programme', 'plan', 'plan_version', 'framework', 'review', 'criterion', 'board', 'import', 'file', 'question', 'poll', 'agenda_item', 'decision_request', 'skill'];
    const used = historyKinds.flatMap((kind) => Object.values(historyWords[kind].fields).map(([, reads]) => reads));
    expect([...new Set(used)].filter((reads) => !own.includes(reads) && !named.includes(reads) && !(reads in words))).toEqual([]);
  });
});
