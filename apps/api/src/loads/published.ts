/**
 * The facts of the heat map for verdicts that are made of them: `factsOf[by].text` as a sub-select of a larger statement ($1: how
 * many months, $2: whether refs and titles are asked for), and what its answer comes to.
 */
export { type FactPerson, type FactRow, type LoadsAnswer, reckoned, type Said as LoadsSaid } from './loads';
export { factsOf } from './loads.sql';
/** What these statements are made of, for statements that read the same facts of fewer people or less work. */
export { gives } from './gives.sql';
export { giversIn, isNamed, kinds, lines, list } from './loads.sql';
