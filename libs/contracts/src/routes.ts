import { actionRoutes } from './actions';
import { assessmentRoutes } from './assessments';
import { boardRoutes } from './boards';
import { bulkEditRoutes } from './bulk-edits';
import { capabilityRoutes } from './capability';
import { capacityRoutes } from './capacity';
import { causeRoutes } from './causes';
import { chaseRoutes } from './chases';
import { closureRoutes } from './closures';
import { coProductionRoutes } from './co-production';
import { cycleRoutes } from './cycles';
import { dashboardRoutes } from './dashboard';
import { daysCheckRoutes } from './days-checks';
import { decisionRoutes } from './decisions';
import { fileRoutes } from './files';
import { diagnosisRoutes } from './diagnoses';
import { deliverabilityRoutes } from './deliverability';
import { demandRoutes } from './demand';
import { dependencyRoutes } from './dependencies';
import { findingRoutes } from './findings';
import { frameworkRoutes } from './frameworks';
import { historyRoutes } from './history';
import { identityRoutes } from './identity';
import { invitationRoutes } from './invitations';
import { ladderRoutes } from './ladder';
import { loadRoutes } from './loads';
import { mailRoutes } from './mail';
import { measureRoutes } from './measures';
import { membershipRoutes } from './memberships';
import { milestoneRoutes } from './milestones';
import { myWorkRoutes } from './my-work';
import { importRoutes } from './imports';
import { organisationRoutes } from './organisations';
import { pastRoutes } from './past';
import { pastFindingRoutes } from './past-findings';
import { pastRegisterRoutes } from './past-registers';
import { peopleRoutes } from './people';
import { planHealthRoutes } from './plan-health';
import { planRoutes } from './plans';
import { pollRoutes } from './polls';
import { proofRoutes } from './proof';
import { questionRoutes } from './questions';
import { programmeRoutes } from './programmes';
import { promiseRoutes } from './promises';
import { reviewRoutes } from './reviews';
import { roomRoutes } from './rooms';
import { roundRoutes } from './rounds';
import { scenarioRoutes } from './scenarios';
import { searchRoutes } from './search';
import { settingsRoutes } from './settings';
import { skillRoutes } from './skills';
import { slippageRoutes } from './slippage';
import { snoozeRoutes } from './snoozes';
import { staffingRoutes } from './staffing';
import { statusWordRoutes } from './status-words';
import { agendaRoutes, attendanceRoutes, inviteeRoutes, materialRoutes, summitRoutes } from './summits';
import { supplyRoutes } from './supply';
import { teamRoutes } from './teams';
import { threadRoutes } from './threads';
import { timelineRoutes } from './timeline';
import { traceRoutes } from './traces';
import { updateDraftRoutes } from './update-drafts';
import { updateSheetRoutes } from './update-sheet';
import { updateRoutes } from './updates';
import { versionRoutes } from './versions';

/** Every route there is. A controller that serves something else, or a route nobody serves, fails a test. */
export const routes = {
  actions: actionRoutes,
  agenda: agendaRoutes,
  assessments: assessmentRoutes,
  attendance: attendanceRoutes,
  boards: boardRoutes,
  bulkEdits: bulkEditRoutes,
  capability: capabilityRoutes,
  capacity: capacityRoutes,
  causes: causeRoutes,
  chases: chaseRoutes,
  closures: closureRoutes,
  coProduction: coProductionRoutes,
  cycles: cycleRoutes,
  dashboard: dashboardRoutes,
  daysChecks: daysCheckRoutes,
  decisions: decisionRoutes,
  deliverability: deliverabilityRoutes,
  demand: demandRoutes,
  files: fileRoutes,
  diagnoses: diagnosisRoutes,
  dependencies: dependencyRoutes,
  findings: findingRoutes,
  frameworks: frameworkRoutes,
  history: historyRoutes,
  identity: identityRoutes,
  invitees: inviteeRoutes,
  invitations: invitationRoutes,
  ladder: ladderRoutes,
  loads: loadRoutes,
  mail: mailRoutes,
  materials: materialRoutes,
  measures: measureRoutes,
  memberships: membershipRoutes,
  milestones: milestoneRoutes,
  myWork: myWorkRoutes,
  imports: importRoutes,
  organisations: organisationRoutes,
  past: pastRoutes,
  pastFindings: pastFindingRoutes,
  pastRegisters: pastRegisterRoutes,
  people: peopleRoutes,
  planHealth: planHealthRoutes,
  plans: planRoutes,
  polls: pollRoutes,
  proof: proofRoutes,
  questions: questionRoutes,
  programmes: programmeRoutes,
  promises: promiseRoutes,
  reviews: reviewRoutes,
  rooms: roomRoutes,
  rounds: roundRoutes,
  scenarios: scenarioRoutes,
  search: searchRoutes,
  settings: settingsRoutes,
  skills: skillRoutes,
  slippage: slippageRoutes,
  snoozes: snoozeRoutes,
  staffing: staffingRoutes,
  statusWords: statusWordRoutes,
  summits: summitRoutes,
  supply: supplyRoutes,
  teams: teamRoutes,
  threads: threadRoutes,
  timeline: timelineRoutes,
  traces: traceRoutes,
  updateDrafts: updateDraftRoutes,
  updateSheet: updateSheetRoutes,
  updates: updateRoutes,
  versions: versionRoutes,
};
