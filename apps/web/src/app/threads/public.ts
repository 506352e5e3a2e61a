export { MentionSeen } from './mention-seen';
export { ThreadPanel } from './thread-panel';
