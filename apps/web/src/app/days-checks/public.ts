export { DaysAsked } from './days-asked';
export { DaysCard } from './days-card';
