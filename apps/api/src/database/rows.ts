import { ConfirmedDaysRow } from '../capacity/confirmed-days.row';
import { OrganisationRow } from '../organisations/organisation.row';

/** Every table that TypeORM writes. */
export const rows = [ConfirmedDaysRow, OrganisationRow];
