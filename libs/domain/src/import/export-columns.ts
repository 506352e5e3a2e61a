import { headerLook } from './columns';

/** The columns of our own export, named so that the importer knows each by itself. */
export const exportColumns = [
  'Ref', 'Theme', 'Finding', 'Action', 'Description', 'Horizon', 'Priority', 'Lead', 'Accountable person', 'Accountable organisation', 'Contributing organisations', 'Start', 'Timescale', 'Success measure', 'Resources', 'Days needed', 'Risks', 'Next steps', 'Status', 'Status as of', 'Update', 'Delivery confidence', 'Outcome confidence', 'Assessed',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** A sheet of this look is our own, and its status words are the locality's own words. */
export const EXPORT_LOOK = headerLook(exportColumns);
