import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import type { Chance } from './chance';
import { CAUSES, type CauseKey, DIAGNOSES } from './diagnoses-words';
import { later } from './life';
import { put } from './put';

interface Around {
  readonly owner: ClientBase;
  readonly chance: Chance;
  readonly findings: readonly { readonly id: string; readonly quotation: string }[];
  /** Which action answers which finding. */
  readonly answers: readonly { readonly action_id: string; readonly finding_id: string }[];
  readonly today: string;
}

/**
 * Some findings diagnosed, agreed and not, with causes that they share. Most actions that answer a diagnosed finding answer
 * its cause too; a few treat the symptom alone, and some causes have no action yet.
 */
export async function demoDiagnoses(actions: readonly DemoAction[], { owner, chance, findings, answers, today }: Around): Promise<void> {
  const ids = Object.fromEntries(Object.keys(CAUSES).map((key) => [key, randomUUID()])) as Readonly<Record<CauseKey, string>>;
  // The deeper ones are named before those that point at them.
  await put(owner, 'cause', Object.entries(CAUSES).map(([key, { text }]) => ({ id: ids[key as CauseKey], version: 1, text, deeper_id: null })));
  for (const [key, { deeper }] of Object.entries(CAUSES)) if (deeper) await owner.query('update cause set deeper_id = $2 where id = $1', [ids[key as CauseKey], ids[deeper]]);

  const diagnosed = DIAGNOSES.flatMap((said) => findings.filter(({ quotation }) => quotation.startsWith(said.finding)).map(({ id }) => ({ ...said, findingId: id, id: randomUUID() })));
  await put(owner, 'finding_cause', diagnosed.flatMap(({ findingId, causes }) => causes.map((cause) => ({ id: randomUUID(), finding_id: findingId, cause_id: ids[cause] }))));
  await put(owner, 'diagnosis', diagnosed.map(({ id, findingId, symptom, agreedText = null, root, deepRooted = false }) => ({ id, version: 1, finding_id: findingId, symptom, agreed_text: agreedText, root_cause_id: root ? ids[root] : null, deep_rooted: deepRooted, state: 'open', agreed_on: null })));
  const whys = diagnosed.flatMap(({ id, whys: chain }) => chain.map((why, at) => ({ ...why, id: randomUUID(), diagnosisId: id, position: at + 1 })));
  await put(owner, 'why', whys.map(({ id, diagnosisId, position, text }) => ({ id, version: 1, diagnosis_id: diagnosisId, position, text })));
  await put(owner, 'why_evidence', whys.flatMap(({ id, link, measure }) => [
    ...(link ? [{ id: randomUUID(), why_id: id, kind: 'link', label: link, url: 'https://partners.example/what-we-looked-at', figure: null }] : []),
    ...(measure ? [{ id: randomUUID(), why_id: id, kind: 'measure', label: measure[0], url: null, figure: measure[1] }] : []),
  ]));
  for (const { id, agreed } of diagnosed) if (agreed) await owner.query(`update diagnosis set state = 'agreed', agreed_on = $2 where id = $1`, [id, later(today, -agreed)]);
  await put(owner, 'action_cause', answered(actions, diagnosed, answers, chance).map(([action, cause]) => ({ id: randomUUID(), action_id: action, cause_id: ids[cause] })));
}

/** The causes that actions answer: for each diagnosed finding, all of its actions but the first answer one of its answered causes. */
function answered(actions: readonly DemoAction[], diagnosed: readonly { readonly findingId: string; readonly causes: readonly CauseKey[] }[], answers: Around['answers'], chance: Chance): readonly (readonly [string, CauseKey])[] {
  const real = new Set(actions.map(({ id }) => id));
  const pairs = new Map<string, readonly [string, CauseKey]>();
  for (const { findingId, causes } of diagnosed) {
    const open = causes.filter((cause) => !CAUSES[cause].unanswered);
    const its = answers.filter((one) => one.finding_id === findingId && real.has(one.action_id)).slice(1);
    if (open.length === 0) continue;
    for (const { action_id } of its) {
      const cause = chance.one(open);
      pairs.set(`${action_id} ${cause}`, [action_id, cause]);
    }
  }
  return [...pairs.values()];
}
