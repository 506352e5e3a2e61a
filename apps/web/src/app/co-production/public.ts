export { StepsCard } from './steps-card';
