export { ActionPicker } from './action-picker';
export { KnockOnList } from './knock-on-list';
