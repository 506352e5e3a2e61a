/** The heat map and the actions behind it on a day, for who shows them as at a moment that has been. */
export { loadsOn, sharesOn } from './capacity.sql';
