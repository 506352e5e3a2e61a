export { HistoryLink } from './history-link';
