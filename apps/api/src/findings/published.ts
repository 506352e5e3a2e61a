/** The list and the page of a finding, for who shows them as at a moment that has been. */
export { narrowing } from './findings';
export { findingShown, findingsListed } from './findings.sql';
