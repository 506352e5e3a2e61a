/** Everything agreed that has changed since a plan's last version, for the report that a board reads: $1 is the plan. See changes.sql.ts. */
export { amended } from './changes.sql';
