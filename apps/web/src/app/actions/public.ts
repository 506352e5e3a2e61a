export { ActionPicker } from './action-picker';
