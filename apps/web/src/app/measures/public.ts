export { figureSays } from './figures';
export { MeasuresCard } from './measures-card';
