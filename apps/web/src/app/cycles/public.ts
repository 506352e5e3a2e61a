export { FrozenRatings } from './frozen-ratings';
