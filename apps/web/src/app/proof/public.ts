export { ProofCard } from './proof-card';
