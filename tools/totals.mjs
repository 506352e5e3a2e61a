import { writeFileSync } from 'node:fs';

/** A jest reporter that notes the totals, for the line that `npm test` closes with. A file that would not load counts as one failure. */
class Totals {
  onRunComplete(_, { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites }) {
    if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests + numTodoTests} skipped`);
  }
}

export default Totals;
