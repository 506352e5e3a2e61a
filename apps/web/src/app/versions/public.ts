export { More } from './more';
export { PlanApproval } from './plan-approval';
export { saidValue } from './said-value';
