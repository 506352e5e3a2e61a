export { pageOfActions, type Paged } from './action-page.sql';
/** The filters of the plan table, for what works on the same selection: as it is now, or as it was at a moment. */
export { filtered, filteredThen, lookedInto } from './action-filter.sql';
