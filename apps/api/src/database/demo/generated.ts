import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { reckonLoads } from '../../assessments/load-reckoning';
import { ROLES } from '../roles';
import { demoActions } from './actions';
import { demoAgreement, demoBoards } from './agreement';
import { demoLadders, demoProgrammes } from './ladders';
import { demoThreads } from './around';
import { demoClosures } from './closures';
import { demoChains } from './chains';
import { type Chance, chance as chanceOf } from './chance';
import { demoCycles } from './cycles';
import { demoDaysChecks } from './days-checks';
import { demoDiagnoses } from './diagnoses';
import { NO_ACTION, ONLY_QUICK_WINS } from './diagnoses-words';
import { demoDoubts } from './doubts';
import { demoEffort } from './effort';
import { demoHistory } from './history';
import { later } from './life';
import { demoMeasures } from './measures';
import { demoMilestones } from './milestones';
import type { DemoPerson } from './people';
import type { Place } from './places';
import { put } from './put';
import { demoPromises } from './promises';
import { demoReleases, type Silent } from './releases';
import { demoReviews } from './reviews';
import { demoSupply } from './supply';
import { demoSummits } from './summits';
import { PRAISE, type Theme, THEMES } from './themes';
import { demoRounds } from './rounds';
import { demoVersions } from './versions';
import { FIRST_NAMES, JOBS, LAST_NAMES } from './words';

/** Fills a locality with a plan and a year of its life. The transaction's context is that locality and its lead. */
export async function fillLocality(owner: ClientBase, place: Place, people: readonly DemoPerson[], today: string): Promise<void> {
  const chance = chanceOf(place.seed);
  const of = (word: string): string => people.find((one) => one.word === word)?.personId ?? '';
  const organisations = place.partners.map(([name, kind, aliases]) => ({ id: randomUUID(), version: 1, name, kind, aliases }));
  await put(owner, 'organisation', organisations);
  for (const { status, ...says } of place.words ?? []) await owner.query('update status_word set word = $2, definition = $3, colour = $4, mark = $5 where locality_id = current_locality() and status = $1', [status, says.word, says.definition, says.colour, says.mark]);
  await owner.query('update person set organisation_id = $1 where locality_id = current_locality() and id = any ($2)', [organisations[0]?.id, [of('lead'), of('executive'), of('admin')]]);
  const owning = await ownersOf(owner, chance, place, organisations.map(({ id }) => id));
  // The lead owns a few actions too, so that My work has something in it.
  const owners = [...owning, { id: of('lead'), organisationId: organisations[0]?.id ?? '' }];
  const plans = place.plans.map(({ title, aim }) => ({ id: randomUUID(), version: 1, title, aim }));
  await put(owner, 'plan', plans);
  const boards = await demoBoards(owner, place, plans.map(({ id }) => id), today);
  const findings = await found(owner, chance, place, today, of('lead'));

  const actions = demoActions({ chance, place, planIds: plans.map(({ id }) => id), owners, today });
  await put(owner, 'action', actions.map(({ row }) => row));
  const answers = actions.flatMap(({ id, theme, horizon }) =>
    (chance.is(92) ? chance.some(findings.filter((one) => one.theme === theme), chance.is(15) ? 2 : 1) : [])
      // One deep-rooted finding has quick wins and nothing else, and one finding has no action.
      .filter(({ quotation }) => !quotation.startsWith(NO_ACTION) && (horizon === 'quick_win' || !quotation.startsWith(ONLY_QUICK_WINS)))
      .map((finding) => ({ id: randomUUID(), action_id: id, finding_id: finding.id, note: null })),
  );
  await put(owner, 'action_finding', answers);
  await demoDiagnoses(actions, { owner, chance: chanceOf(place.seed + 1), findings, answers, today });
  await demoRounds({ owner, findings, organisationIds: organisations.map(({ id }) => id), today });
  await put(owner, 'action_organisation', actions.flatMap(({ id }) => chance.some(organisations, chance.between(0, 2)).map((one) => ({ id: randomUUID(), action_id: id, organisation_id: one.id }))));
  await demoHistory(actions, { owner, chance, place, boards, leadId: of('lead'), executiveId: of('executive'), today });

  await demoDoubts(actions, { owner, place, leadId: of('lead'), today });

  const around = { owner, chance, people, organisationIds: organisations.map(({ id }) => id), findings, today };
  await demoThreads(actions, around);
  // The larger place prepares its next one.
  await demoSummits(actions, place.name, place.plans.length > 1, around);
  const silent: Silent = { confirming: organisations.findLast(({ kind }) => kind === 'care_provider')?.id ?? '', withNone: organisations.at(-2)?.id ?? '' };
  await demoSupply({ owner, chance: chanceOf(place.seed + 4), place, owning, organisationId: organisations[0]?.id ?? '', silent, leadId: of('lead'), today });
  await demoLadders(actions, owner, today);
  await demoChains(actions, owner, today);
  await demoMilestones(actions, { owner, chance: chanceOf(place.seed + 2), leadId: of('lead'), today });
  // The first of several plans has figures only.
  await demoEffort(actions.filter((one) => plans.length === 1 || one.planId !== plans[0]?.id), { owner, organisationId: organisations[0]?.id ?? '', chance: chanceOf(place.seed + 4), leadId: of('lead'), today });
  await demoProgrammes(actions, { owner, chance, organisationIds: organisations.map(({ id }) => id), today });
  await demoMeasures(actions, { owner, findings, today });
  await demoClosures(actions, { owner, chance: chanceOf(place.seed + 3), leadId: of('lead'), executiveId: of('executive'), today });
  await demoReleases({ owner, chance: chanceOf(place.seed + 5), organisationIds: organisations.map(({ id }) => id), silent, leadId: of('lead'), today });
  await demoDaysChecks({ owner, organisationId: organisations[0]?.id ?? '', leadId: of('lead'), today });
  await demoAgreement({ owner, plans, organisations, ownerIds: owning.map(({ id }) => id), leadId: of('lead'), today });
  await demoReviews({ owner, place, leadId: of('lead'), today });
  // The last: from its first approval on a plan changes only with a reason.
  await demoVersions(actions, { ...around, boards, planIds: plans.map(({ id }) => id), ownerIds: owning.map(({ id }) => id) });
  // The smaller place is reported on each month.
  if (plans.length === 1 && plans[0]) await demoCycles({ owner, planId: plans[0].id, leadId: of('lead'), today });
  await demoPromises({ owner, organisationIds: organisations.map(({ id }) => id), owning, planId: plans[0]?.id ?? '', leadId: of('lead'), today });
  await owner.query(`set local role ${ROLES.api}`);
  await reckonLoads(async (sql, values = []) => (await owner.query(sql, [...values])).rows);
  await owner.query(`set local role ${ROLES.owner}`);
}

async function ownersOf(owner: ClientBase, chance: Chance, place: Place, organisationIds: readonly string[]): Promise<readonly { readonly id: string; readonly organisationId: string }[]> {
  const names = chance.some(FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => `${first} ${last}`)), Math.max(24, Math.round(place.actions / 14)));
  const owners = names.map((name) => ({ id: randomUUID(), version: 1, name, job_title: chance.one(JOBS), email: chance.is(85) ? `${name.toLowerCase().replace(' ', '.')}@${place.slug}.example` : null, organisation_id: chance.one(organisationIds) }));
  await put(owner, 'person', owners);
  return owners.map(({ id, organisation_id }) => ({ id, organisationId: organisation_id }));
}

/** Two reviews and what they said. */
async function found(owner: ClientBase, chance: Chance, place: Place, today: string, leadId: string): Promise<readonly { readonly id: string; readonly theme: Theme; readonly quotation: string }[]> {
  const reviews = [
    { code: 'cqc-local-system-review', title: `${place.name} local system review`, body: 'Regulator’s review team', ago: 410 },
    { code: 'lga-corporate-peer-challenge', title: `${place.name} peer challenge`, body: 'Peers from four councils', ago: 372 },
  ];
  const { rows: frameworks } = await owner.query<{ code: string; id: string; criteria: string[] }>('select f.code, f.id, array(select c.id from criterion c where c.locality_id = f.locality_id and c.framework_id = f.id) as criteria from framework f where f.locality_id = current_locality()');
  const findings: { id: string; theme: Theme; quotation: string }[] = [];
  for (const [which, { code, title, body, ago }] of reviews.entries()) {
    const framework = frameworks.find((one) => one.code === code);
    if (!framework) throw new Error(`the framework ${code} is not shipped`);
    const review = randomUUID();
    await put(owner, 'review', [{ id: review, version: 1, framework_id: framework.id, title, body, fieldwork_from: later(today, -ago - 12), fieldwork_to: later(today, -ago - 8), published_on: later(today, -ago), report_url: `https://${place.slug}.example/reports/${code}` }]);
    const said = THEMES.flatMap((theme, at) => theme.findings.filter((_, nth) => nth % 2 === which).map((quotation, nth) => ({ theme, quotation, ref: `${at + 1}.${nth + 1}` })));
    const rows = said.map(({ theme, quotation, ref }, at) => ({ id: randomUUID(), version: 1, review_id: review, ref, quotation, page: String(8 + at), kind: chance.is(85) ? 'area_for_improvement' : 'challenge', force: chance.is(40) ? 'must' : 'should', themes: [theme.name] }));
    // What went well needs no action, and is not lost.
    const praised = PRAISE.filter((_, nth) => nth % 2 === which).map(({ kind, quotation }, nth) => ({ id: randomUUID(), version: 1, review_id: review, ref: `S${nth + 1}`, quotation, page: String(4 + nth), kind, force: 'should', themes: [] }));
    // The last few of the second review wait for somebody to compare them with the report.
    const confirmed = (at: number) => (which === 0 || at < rows.length - 3 ? { confirmed_at: `${later(today, 4 - ago)}T10:15:00Z`, confirmed_by: leadId } : { confirmed_at: null, confirmed_by: null });
    await put(owner, 'finding', [...rows, ...praised].map((row, at) => ({ ...row, ...confirmed(at) })));
    await put(owner, 'finding_criterion', rows.flatMap(({ id }) => (framework.criteria.length > 0 ? chance.some(framework.criteria, chance.between(1, 2)) : []).map((criterion_id) => ({ id: randomUUID(), finding_id: id, criterion_id }))));
    rows.forEach(({ id, quotation }, at) => findings.push({ id, quotation, theme: said[at]?.theme ?? THEMES[0] as Theme }));
  }
  return findings;
}
