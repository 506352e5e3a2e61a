export { pageOfActions, type Paged } from './action-page.sql';
/** The filters of the plan table, for screens that show the same selection: as it is now, or as it was at a moment. */
export { filtered, filteredThen, lookedInto } from './action-filter.sql';
/** The plan table's filters, for features that work on all that it finds: over an action `a`. */
export { filtered, lookedInto } from './action-filter.sql';
