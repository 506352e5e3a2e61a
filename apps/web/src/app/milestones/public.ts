export { MilestonesCard } from './milestones-card';
