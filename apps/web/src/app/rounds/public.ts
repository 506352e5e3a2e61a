export { RoundBriefCard } from './round-brief';
