import { CauseTree } from './causes';
import { DiagnosisPage } from './diagnoses';
import { FindingList, FindingPage, FindingQuery } from './findings';
import { omit } from './kernel/derive';
import { Inside } from './kernel/fields';
import { route } from './kernel/route';
import { LadderPage, LadderQuery } from './ladder';
import { AsAt, At, PastQuery } from './past';

/**
 * What reviews said, why it is so and which actions lead where, as at a moment that has been. A report freezes its actions
 * alone, so all of this is rebuilt from the history: for a report as it was at the moment when that was frozen.
 */

export class PastFindingQuery extends FindingQuery {
  @At() at: string;
}

export class PastFindingList extends FindingList {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

/** One finding as it was. How partners saw it and what was said of it are of now, and are left out. */
export class PastFinding extends omit(FindingPage, 'round', 'threads') {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

export class PastDiagnosis extends DiagnosisPage {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

export class PastCauses extends CauseTree {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

export class PastLadderQuery extends LadderQuery {
  @At() at: string;
}

export class PastLadder extends LadderPage {
  @Inside('As at', () => AsAt) asAt: AsAt;
}

const PAST = 'localities/:locality/past';

export const pastFindingRoutes = {
  findings: route({ method: 'GET', path: `${PAST}/findings`, may: 'plan.read', says: 'A page of the findings as at a past day or a published report', query: PastFindingQuery, answer: PastFindingList, refusals: ['rule'] }),
  finding: route({ method: 'GET', path: `${PAST}/findings/:id`, may: 'plan.read', says: 'One finding and what answered it as at a past day or a published report', query: PastQuery, answer: PastFinding, refusals: ['rule'] }),
  diagnosis: route({ method: 'GET', path: `${PAST}/findings/:id/diagnosis`, may: 'plan.read', says: 'The diagnosis of a finding as at a past day or a published report', query: PastQuery, answer: PastDiagnosis, refusals: ['rule'] }),
  causes: route({ method: 'GET', path: `${PAST}/causes`, may: 'plan.read', says: 'The tree of causes as at a past day or a published report', query: PastQuery, answer: PastCauses, refusals: ['rule'] }),
  ladder: route({ method: 'GET', path: `${PAST}/ladder`, may: 'plan.read', says: 'The ladders as at a past day or a published report', query: PastLadderQuery, answer: PastLadder, refusals: ['rule'] }),
};
