export { ActionPicker } from './action-picker';
export { KnockOnList } from './knock-on-list';
export { MoveDue } from './move-due';
export { Near } from './near';
export { columnNames, filterKeys, groupingNames, isGrouping, nameless, queryOf } from './plan-address';
export { chipsOf } from './plan-chips';
export { PlanFilters } from './plan-filters';
export { UpdateHistory } from './update-history';
