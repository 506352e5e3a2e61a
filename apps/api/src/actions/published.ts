export { pageOfActions, type Paged } from './action-page.sql';
/** The filters of the plan table over actions as they were, for the screens that can be seen as at a moment. */
export { filteredThen } from './action-filter.sql';
