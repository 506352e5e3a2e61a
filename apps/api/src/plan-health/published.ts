export { lacking } from './gaps';
/** What a plan lacks, for who shows it as at a moment that has been. */
export { healthOf } from './plan-health.sql';
