export { PlanApproval } from './plan-approval';
