/** What waits for an answer of the organisation of the person asking. */
export { scenariosForMe } from './scenarios.sql';
