import { ActionFindingRow } from '../actions/action-finding.row';
import { ActionOrganisationRow } from '../actions/action-organisation.row';
import { ActionOutcomeRow } from '../summits/action-outcome.row';
import { ActionRow } from '../actions/action.row';
import { AnswerRow } from '../threads/answer.row';
import { ConfirmedDaysRow } from '../capacity/confirmed-days.row';
import { DecisionRequestRow } from '../decisions/decision-request.row';
import { DueMoveRow } from '../actions/due-move.row';
import { FindingCriterionRow } from '../findings/finding-criterion.row';
import { FindingRow } from '../findings/finding.row';
import { OrganisationRow } from '../organisations/organisation.row';
import { OutcomeOrganisationRow } from '../summits/outcome-organisation.row';
import { OutcomeRow } from '../summits/outcome.row';
import { PlanRow } from '../plans/plan.row';
import { ReviewRow } from '../reviews/review.row';
import { StatusUpdateRow } from '../updates/status-update.row';
import { StatusWordRow } from '../status-words/status-word.row';
import { SummitRow } from '../summits/summit.row';
import { ThreadRow } from '../threads/thread.row';

/** Every table that TypeORM writes. */
export const rows = [
  ActionFindingRow,
  ActionOrganisationRow,
  ActionOutcomeRow,
  ActionRow,
  AnswerRow,
  ConfirmedDaysRow,
  DecisionRequestRow,
  DueMoveRow,
  FindingCriterionRow,
  FindingRow,
  OrganisationRow,
  OutcomeOrganisationRow,
  OutcomeRow,
  PlanRow,
  ReviewRow,
  StatusUpdateRow,
  StatusWordRow,
  SummitRow,
  ThreadRow,
];
