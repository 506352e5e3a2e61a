export { AnswerRelease } from './answer-release';
