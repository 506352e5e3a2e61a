export { PlanFacts } from './plan-facts';
export { PlanHead } from './plan-head';
export { PlanViews } from './plan-views';
