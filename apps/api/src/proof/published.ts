/** What the facts of proofs are made of, and what they come to: for statements that ask whether more work would fit. */
export { factsFrom, personDayOf, type ProofPerson, type ProofWork, rowOf } from './proof';
export { givenTo, SPAN, WHO, workIn } from './proof.sql';
