export { DependenciesCard } from './dependencies-card';
