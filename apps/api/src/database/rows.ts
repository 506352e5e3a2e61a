import { ActionFindingRow } from '../actions/action-finding.row';
import { ActionOrganisationRow } from '../actions/action-organisation.row';
import { ActionRow } from '../actions/action.row';
import { DueMoveRow } from '../actions/due-move.row';
import { BoardAttendanceRow } from '../boards/board-attendance.row';
import { BoardMeetingRow } from '../boards/board-meeting.row';
import { BoardRow } from '../boards/board.row';
import { AssessmentSettingRow } from '../assessments/assessment-setting.row';
import { FlagOverrideRow } from '../assessments/flag-override.row';
import { BulkEditRow } from '../bulk-edits/bulk-edit.row';
import { ConfirmedDaysRow } from '../capacity/confirmed-days.row';
import { ActionCauseRow } from '../causes/action-cause.row';
import { CauseRow } from '../causes/cause.row';
import { CycleReopeningRow } from '../cycles/cycle-reopening.row';
import { ReportingCadenceRow } from '../cycles/reporting-cadence.row';
import { ReportingCycleRow } from '../cycles/reporting-cycle.row';
import { DecisionRequestRow } from '../decisions/decision-request.row';
import { FileRow } from '../files/file.row';
import { DiagnosisRow } from '../diagnoses/diagnosis.row';
import { FindingCauseRow } from '../diagnoses/finding-cause.row';
import { WhyEvidenceRow } from '../diagnoses/why-evidence.row';
import { WhyRow } from '../diagnoses/why.row';
import { CoProductionStepRow } from '../co-production/co-production-step.row';
import { AssignmentRow } from '../demand/assignment.row';
import { EffortRow } from '../demand/effort.row';
import { DependencyRow } from '../dependencies/dependency.row';
import { FindingCriterionRow } from '../findings/finding-criterion.row';
import { FindingRow } from '../findings/finding.row';
import { QuotationCorrectionRow } from '../findings/quotation-correction.row';
import { FrameworkRow } from '../frameworks/framework.row';
import { InvitationRow } from '../invitations/invitation.row';
import { ActionMeasureRow } from '../measures/action-measure.row';
import { FindingMeasureRow } from '../measures/finding-measure.row';
import { MeasurePointRow } from '../measures/measure-point.row';
import { MeasureRow } from '../measures/measure.row';
import { MembershipRow } from '../memberships/membership.row';
import { ImportFileRow } from '../imports/import-file.row';
import { ImportRow } from '../imports/import.row';
import { MilestoneRow } from '../milestones/milestone.row';
import { OrganisationRow } from '../organisations/organisation.row';
import { PersonRow } from '../people/person.row';
import { PlanBoardRow } from '../plans/plan-board.row';
import { PlanSignatureRow } from '../plans/plan-signature.row';
import { PlanSponsorRow } from '../plans/plan-sponsor.row';
import { PlanRow } from '../plans/plan.row';
import { ClockEntryRow } from '../reviews/clock-entry.row';
import { CriterionScoreRow } from '../reviews/criterion-score.row';
import { PollRow } from '../polls/poll.row';
import { QuestionRow } from '../questions/question.row';
import { ActionProgrammeRow } from '../programmes/action-programme.row';
import { ProgrammeRow } from '../programmes/programme.row';
import { CommitmentLinesRow } from '../promises/commitment-lines.row';
import { PromiseRow } from '../promises/promise.row';
import { ReviewRow } from '../reviews/review.row';
import { RoomRow } from '../rooms/room.row';
import { DiagnosisRoundRow } from '../rounds/diagnosis-round.row';
import { PartnerAgreementRow } from '../rounds/partner-agreement.row';
import { RoundPartnerRow } from '../rounds/round-partner.row';
import { PersonSkillRow } from '../skills/person-skill.row';
import { ScenarioAnswerRow } from '../scenarios/scenario-answer.row';
import { ScenarioChangeRow } from '../scenarios/scenario-change.row';
import { ScenarioRow } from '../scenarios/scenario.row';
import { SkillRow } from '../skills/skill.row';
import { LocalityRow } from '../settings/locality.row';
import { StatusWordRow } from '../status-words/status-word.row';
import { ActionOutcomeRow } from '../summits/action-outcome.row';
import { AgendaItemFindingRow } from '../summits/agenda-item-finding.row';
import { AgendaItemRow } from '../summits/agenda-item.row';
import { AttendanceRow } from '../summits/attendance.row';
import { InviteeRow } from '../summits/invitee.row';
import { MaterialRow } from '../summits/material.row';
import { OutcomeOriginRow } from '../summits/outcome-origin.row';
import { OutcomeFindingRow } from '../summits/outcome-finding.row';
import { OutcomeOrganisationRow } from '../summits/outcome-organisation.row';
import { OutcomeRow } from '../summits/outcome.row';
import { SummitRow } from '../summits/summit.row';
import { AnswerRow } from '../threads/answer.row';
import { DaysCheckRow } from '../days-checks/days-check.row';
import { LeaveRow } from '../supply/leave.row';
import { ProductiveTimeRow } from '../supply/productive-time.row';
import { ReleaseRow } from '../supply/release.row';
import { WorkingPatternRow } from '../supply/working-pattern.row';
import { TeamMemberRow } from '../teams/team-member.row';
import { TeamRow } from '../teams/team.row';
import { MentionRow } from '../threads/mention.row';
import { ThreadRow } from '../threads/thread.row';
import { StatusUpdateRow } from '../updates/status-update.row';
import { PlanVersionRow } from '../versions/plan-version.row';

/** Every table that TypeORM writes. */
export const rows = [
  ActionCauseRow,
  ActionFindingRow,
  ActionOrganisationRow,
  ActionOutcomeRow,
  ActionProgrammeRow,
  ActionRow,
  AgendaItemFindingRow,
  AgendaItemRow,
  AnswerRow,
  BulkEditRow,
  CauseRow,
  ClockEntryRow,
  AssessmentSettingRow,
  AssignmentRow,
  AttendanceRow,
  BoardAttendanceRow,
  BoardMeetingRow,
  BoardRow,
  CoProductionStepRow,
  ConfirmedDaysRow,
  CriterionScoreRow,
  CycleReopeningRow,
  ReportingCadenceRow,
  ReportingCycleRow,
  DecisionRequestRow,
  DiagnosisRoundRow,
  DiagnosisRow,
  DependencyRow,
  DueMoveRow,
  EffortRow,
  FileRow,
  FindingCauseRow,
  FindingCriterionRow,
  FindingRow,
  FlagOverrideRow,
  FrameworkRow,
  InvitationRow,
  InviteeRow,
  LocalityRow,
  MaterialRow,
  ActionMeasureRow,
  FindingMeasureRow,
  MeasurePointRow,
  MeasureRow,
  MembershipRow,
  MentionRow,
  MilestoneRow,
  ImportFileRow,
  ImportRow,
  OrganisationRow,
  OutcomeFindingRow,
  OutcomeOrganisationRow,
  OutcomeOriginRow,
  OutcomeRow,
  PartnerAgreementRow,
  PersonRow,
  PersonSkillRow,
  PlanBoardRow,
  PlanRow,
  QuotationCorrectionRow,
  PollRow,
  QuestionRow,
  PlanVersionRow,
  PlanSignatureRow,
  PlanSponsorRow,
  ProgrammeRow,
  CommitmentLinesRow,
  PromiseRow,
  ReviewRow,
  RoomRow,
  RoundPartnerRow,
  ScenarioAnswerRow,
  ScenarioChangeRow,
  ScenarioRow,
  SkillRow,
  StatusUpdateRow,
  StatusWordRow,
  SummitRow,
  DaysCheckRow,
  LeaveRow,
  ProductiveTimeRow,
  ReleaseRow,
  WorkingPatternRow,
  TeamMemberRow,
  TeamRow,
  ThreadRow,
  WhyEvidenceRow,
  WhyRow,
];
