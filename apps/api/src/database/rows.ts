import { OrganisationRow } from '../organisations/organisation.row';

/** Every table that TypeORM writes. */
export const rows = [OrganisationRow];
