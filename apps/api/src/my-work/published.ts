export { myWork } from './my-work.sql';
