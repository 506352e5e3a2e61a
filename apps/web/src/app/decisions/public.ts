export { SettleDecision } from './settle-decision';
