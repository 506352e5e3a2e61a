export { foundAddress } from './found';
