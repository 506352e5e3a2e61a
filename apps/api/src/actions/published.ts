export { pageOfActions, type Paged } from './action-page.sql';
