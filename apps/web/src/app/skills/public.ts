export { LevelField } from './level-field';
export { levelName, LEVELS } from './levels';
