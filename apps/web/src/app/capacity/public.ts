export { CapacityViews } from './capacity-views';
