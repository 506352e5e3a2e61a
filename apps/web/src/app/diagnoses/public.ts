export { DiagnosisBrief } from './diagnosis-brief';
