import type { ScenarioChangeItem, ScenarioPage, ScenarioVerdictSaid } from '@followthrough/contracts';
import { changeOf, factsSaid, replay, type ScenarioChange, type ScenarioFacts, scenarioVerdict, verdictOfRows, type ScenarioVerdict } from '@followthrough/domain';
import { factsFor, type OverPlan } from './facts';

export const changesOf = (said: readonly ScenarioChangeItem[]): readonly ScenarioChange[] => said.map(changeOf);

/** The plan with everybody's figures: for what is checked and written, and for nobody's eyes. */
export const wholeFacts = (over: OverPlan): ScenarioFacts => factsFor(over, () => true);

/**
 * The screen of a scenario. Who may write has the facts, of people whose figures are theirs to see by name, and reckons on
 * their own machine; everybody else is told what it comes to for organisations, without those that fewer than three people make up.
 */
export function shownPage(text: string): string {
  const over = JSON.parse(text) as OverPlan;
  const { leads, scenario, did, changes, answers, choices, beside } = over;
  const facts = factsFor(over, (person) => leads && person.isSeen);
  const after = replay(facts, changesOf(changes));
  const few = new Set(over.loads.rows.flatMap((row) => (row.few.length > 0 ? [row.id] : [])));
  const told = (one: ScenarioFacts): ScenarioVerdictSaid | null => (leads ? null : said(verdictOfRows(scenarioVerdict(one).rows.filter(({ id }) => !few.has(id)))));
  const { changes: _count, waitsFor: _waits, declinedBy: _declined, ...row } = scenario;
  return JSON.stringify({
    ...row,
    did: [...did],
    changes: [...changes],
    answers: [...answers],
    facts: leads ? factsSaid(facts) : null,
    choices,
    before: told(facts),
    after: told(after.facts),
    beside,
    afterBeside: beside && told(replay(facts, changesOf(beside.changes)).facts),
    conflicts: [...after.conflicts],
  } satisfies ScenarioPage);
}

const said = (verdict: ScenarioVerdict): ScenarioVerdictSaid => ({ ...verdict, late: [...verdict.late], rows: verdict.rows.map((row) => ({ ...row, late: [...row.late], overloads: row.overloads.map((one) => ({ ...one, works: [...one.works] })), months: [...row.months] })) });
