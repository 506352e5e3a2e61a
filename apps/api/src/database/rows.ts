import { ActionFindingRow } from '../actions/action-finding.row';
import { ActionOrganisationRow } from '../actions/action-organisation.row';
import { ActionRow } from '../actions/action.row';
import { ConfirmedDaysRow } from '../capacity/confirmed-days.row';
import { DecisionRequestRow } from '../decisions/decision-request.row';
import { DueMoveRow } from '../actions/due-move.row';
import { OrganisationRow } from '../organisations/organisation.row';
import { PlanRow } from '../plans/plan.row';
import { StatusWordRow } from '../status-words/status-word.row';
import { StatusUpdateRow } from '../updates/status-update.row';

/** Every table that TypeORM writes. */
export const rows = [ActionFindingRow, ActionOrganisationRow, ActionRow, ConfirmedDaysRow, DecisionRequestRow, DueMoveRow, OrganisationRow, PlanRow, StatusUpdateRow, StatusWordRow];
