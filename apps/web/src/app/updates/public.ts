export { WaitingUpdates } from './waiting-updates';
export { WaitingNotice } from './waiting-notice';
