export { ConfirmTime } from './confirm-time';
export { inDays } from './days';
export { EffortCard } from './effort-card';
