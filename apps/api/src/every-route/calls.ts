import { type Route, routes } from '@followthrough/contracts';
import { actionCalls } from '../actions/actions.calls';
import { assessmentCalls } from '../assessments/assessments.calls';
import { boardCalls } from '../boards/boards.calls';
import { bulkEditCalls } from '../bulk-edits/bulk-edits.calls';
import { capabilityCalls } from '../capability/capability.calls';
import { capacityCalls } from '../capacity/capacity.calls';
import { causeCalls } from '../causes/causes.calls';
import { chaseCalls } from '../chases/chases.calls';
import { closureCalls } from '../closures/closures.calls';
import { coProductionCalls } from '../co-production/co-production.calls';
import { cycleCalls } from '../cycles/cycles.calls';
import { dashboardCalls } from '../dashboard/dashboard.calls';
import { daysCheckCalls } from '../days-checks/days-checks.calls';
import { decisionCalls } from '../decisions/decisions.calls';
import { fileCalls } from '../files/files.calls';
import { diagnosisCalls } from '../diagnoses/diagnoses.calls';
import { deliverabilityCalls } from '../deliverability/deliverability.calls';
import { demandCalls } from '../demand/demand.calls';
import { dependencyCalls } from '../dependencies/dependencies.calls';
import { findingCalls } from '../findings/findings.calls';
import { frameworkCalls } from '../frameworks/frameworks.calls';
import { historyCalls } from '../history/history.calls';
import { identityCalls } from '../identity/identity.calls';
import { importCalls } from '../imports/imports.calls';
import { invitationCalls } from '../invitations/invitations.calls';
import { ladderCalls } from '../ladder/ladder.calls';
import { loadCalls } from '../loads/loads.calls';
import { mailCalls } from '../mail/mail.calls';
import { measureCalls } from '../measures/measures.calls';
import { membershipCalls } from '../memberships/memberships.calls';
import { milestoneCalls } from '../milestones/milestones.calls';
import { myWorkCalls } from '../my-work/my-work.calls';
import { organisationCalls } from '../organisations/organisations.calls';
import { pastFindingCalls } from '../past/past-findings.calls';
import { pastCalls } from '../past/past.calls';
import { pastRegisterCalls } from '../past/past-registers.calls';
import { peopleCalls } from '../people/people.calls';
import { planHealthCalls } from '../plan-health/plan-health.calls';
import { planCalls } from '../plans/plans.calls';
import { pollCalls } from '../polls/polls.calls';
import { proofCalls } from '../proof/proof.calls';
import { questionCalls } from '../questions/questions.calls';
import { programmeCalls } from '../programmes/programmes.calls';
import { promiseCalls } from '../promises/promises.calls';
import { reviewCalls } from '../reviews/reviews.calls';
import { roomCalls } from '../rooms/rooms.calls';
import { roundCalls } from '../rounds/rounds.calls';
import { scenarioCalls } from '../scenarios/scenarios.calls';
import { searchCalls } from '../search/search.calls';
import { settingsCalls } from '../settings/settings.calls';
import { skillCalls } from '../skills/skills.calls';
import { slippageCalls } from '../slippage/slippage.calls';
import { snoozeCalls } from '../snoozes/snoozes.calls';
import { staffingCalls } from '../staffing/staffing.calls';
import { statusWordCalls } from '../status-words/status-words.calls';
import { agendaCalls, attendanceCalls, inviteeCalls, materialCalls, summitCalls } from '../summits/summits.calls';
import { supplyCalls } from '../supply/supply.calls';
import { teamCalls } from '../teams/teams.calls';
import type { Call } from '../testing/here';
import { threadCalls } from '../threads/threads.calls';
import { timelineCalls } from '../timeline/timeline.calls';
import { traceCalls } from '../traces/traces.calls';
import { updateDraftCalls } from '../update-drafts/update-drafts.calls';
import { updateSheetCalls } from '../update-sheet/update-sheet.calls';
import { updateCalls } from '../updates/updates.calls';
import { versionCalls } from '../versions/versions.calls';

/** How each route is called by its rightful user; one file a feature. A route that is not here fails the tests of this folder. */
const calls: { readonly [Feature in keyof typeof routes]?: Readonly<Record<string, Call | undefined>> } = {
  actions: actionCalls,
  agenda: agendaCalls,
  attendance: attendanceCalls,
  assessments: assessmentCalls,
  boards: boardCalls,
  bulkEdits: bulkEditCalls,
  capability: capabilityCalls,
  capacity: capacityCalls,
  causes: causeCalls,
  chases: chaseCalls,
  closures: closureCalls,
  coProduction: coProductionCalls,
  cycles: cycleCalls,
  dashboard: dashboardCalls,
  daysChecks: daysCheckCalls,
  decisions: decisionCalls,
  deliverability: deliverabilityCalls,
  demand: demandCalls,
  files: fileCalls,
  diagnoses: diagnosisCalls,
  dependencies: dependencyCalls,
  findings: findingCalls,
  frameworks: frameworkCalls,
  history: historyCalls,
  identity: identityCalls,
  invitees: inviteeCalls,
  imports: importCalls,
  invitations: invitationCalls,
  ladder: ladderCalls,
  loads: loadCalls,
  mail: mailCalls,
  materials: materialCalls,
  measures: measureCalls,
  memberships: membershipCalls,
  milestones: milestoneCalls,
  myWork: myWorkCalls,
  organisations: organisationCalls,
  past: pastCalls,
  pastFindings: pastFindingCalls,
  pastRegisters: pastRegisterCalls,
  people: peopleCalls,
  planHealth: planHealthCalls,
  plans: planCalls,
  polls: pollCalls,
  proof: proofCalls,
  questions: questionCalls,
  programmes: programmeCalls,
  promises: promiseCalls,
  reviews: reviewCalls,
  rooms: roomCalls,
  rounds: roundCalls,
  scenarios: scenarioCalls,
  search: searchCalls,
  settings: settingsCalls,
  skills: skillCalls,
  slippage: slippageCalls,
  snoozes: snoozeCalls,
  staffing: staffingCalls,
  statusWords: statusWordCalls,
  supply: supplyCalls,
  teams: teamCalls,
  summits: summitCalls,
  threads: threadCalls,
  timeline: timelineCalls,
  traces: traceCalls,
  updateDrafts: updateDraftCalls,
  updateSheet: updateSheetCalls,
  updates: updateCalls,
  versions: versionCalls,
};

export interface Entry {
  /** `actions.add` */
  readonly id: string;
  readonly route: Route;
  readonly call: Call;
}

const all = Object.entries(routes).flatMap(([feature, group]) =>
  Object.entries<Route>(group).map(([name, route]) => ({ id: `${feature}.${name}`, route, call: calls[feature as keyof typeof routes]?.[name] })),
);

export const everyRoute: readonly Entry[] = all.flatMap(({ call, ...one }) => (call ? [{ ...one, call }] : []));
export const forgotten: readonly string[] = all.filter(({ call }) => !call).map(({ id }) => id);
