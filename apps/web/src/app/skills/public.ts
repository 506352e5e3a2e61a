export { LevelField } from './level-field';
export { levelName } from './levels';
