export { AssessedList, wordIn } from './assessed-list';
export { ConfidenceChoice } from './confidence-choice';
export { LinesCard } from './lines-card';
export { RatingsCard } from './ratings-card';
