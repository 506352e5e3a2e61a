export { Origins } from './origins';
