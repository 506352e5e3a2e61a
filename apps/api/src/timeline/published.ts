export { timelinePage } from './timeline.sql';
