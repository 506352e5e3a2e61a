export { ClosureCard } from './closure-card';
export { EvidenceFields } from './evidence-fields';
export { RecordLook } from './record-look';
export { VerifyClaim } from './verify-claim';
