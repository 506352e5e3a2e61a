export { SnoozeThing } from './snooze-thing';
