export { AnswerPromise } from './answer-promise';
export { promiseSays } from './promise-says';
