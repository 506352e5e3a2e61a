import { Choice } from './actions';
import { ActionBrief } from './causes';
import { EvidenceFile } from './evidence';
import { partial, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { MeasureBrief } from './measures';
import { ShownWord } from './status-words';
import { type DiagnosisState, diagnosisStates, type EvidenceKind, evidenceKinds, type FindingKind, findingKinds, type Force, forces } from './words';

/** What is wrong behind one finding: what people see, why that is, and the root cause that was agreed. It begins with the symptom. */
export class Diagnosis {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Finding') findingId: string;
  @Prose('Symptom', { max: 2_000, hint: 'What people see or feel, before anybody says why' }) symptom: string;
  @Prose('What we agree is wrong, and why', { nullable: true, max: 4_000 }) agreedText: string | null;
  @Id('Root cause', { nullable: true, hint: 'One of the causes of this finding' }) rootCauseId: string | null;
  @Flag('Deep-rooted', { hint: 'Quick wins alone will not mend it' }) deepRooted: boolean;
  @OneOf('State', diagnosisStates) state: DiagnosisState;
  @CalendarDate('Agreed on', { nullable: true }) agreedOn: string | null;
}

export class NewDiagnosis extends pick(Diagnosis, 'symptom') {}

export class DiagnosisEdit extends partial(pick(Diagnosis, 'symptom', 'agreedText', 'rootCauseId', 'deepRooted')) {
  @Version() version: number;
}

/** One “why?” of the chain. The first asks why the symptom is there; each later one asks it of the answer before. */
export class Why {
  @Id('Id') id: string;
  @Version() version: number;
  @Quantity('Place', { min: 1, max: 12 }) position: number;
  @Prose('Why is that so?', { max: 1_000 }) text: string;
}

/** What a why rests on: a page to read, a file, or a measure with its figure, said in words. */
export class WhyEvidence {
  @Id('Id') id: string;
  @OneOf('Kind', evidenceKinds) kind: EvidenceKind;
  @Text('What it is', { max: 300, hint: 'The page, the file or the measure, by its name' }) label: string;
  @Text('Link', { nullable: true, max: 2_000, hint: 'Begins with https://' }) url: string | null;
  @Text('Figure', { nullable: true, max: 200, hint: 'With its date, such as “41 days, September 2026”' }) figure: string | null;
  @Inside('Measure', () => MeasureBrief, { nullable: true, hint: 'The measure as it is kept here, where it is' }) measure: MeasureBrief | null;
  @Inside('File', () => EvidenceFile, { nullable: true }) file: EvidenceFile | null;
}

export class WhyItem extends Why {
  @Inside('Evidence', () => WhyEvidence, { many: 20 }) evidence: WhyEvidence[];
}

export class NewWhy extends pick(Why, 'text') {}

export class WhyEdit extends partial(pick(Why, 'text')) {
  @Version() version: number;
}

export class WhyPlace {
  @Quantity('Place', { min: 1, max: 12 }) position: number;
}

export class NewEvidence extends pick(WhyEvidence, 'kind', 'label') {
  @Text('Link', { nullable: true, optional: true, max: 2_000, hint: 'Begins with https://' }) url?: string | null;
  @Text('Figure', { nullable: true, optional: true, max: 200, hint: 'With its date, such as “41 days, September 2026”' }) figure?: string | null;
  @Id('File', { nullable: true, optional: true }) fileId?: string | null;
  @Id('Measure', { nullable: true, optional: true, hint: 'One that is kept here' }) measureId?: string | null;
}

/** A cause of the finding, what lies deeper behind it, and the actions that answer it. */
export class FindingCause {
  @Id('Id') id: string;
  @Text('Cause', { max: 300 }) text: string;
  @Text('Deeper causes', { many: 100, max: 300, hint: 'The nearest first' }) behind: string[];
  @Quantity('Other findings it causes') otherFindings: number;
  @Inside('Actions', () => ActionBrief, { many: 200 }) actions: ActionBrief[];
  @Flag('Answered', { hint: 'An action answers it, or a deeper cause behind it' }) answered: boolean;
}

export class DiagnosedFinding {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Prose('Quotation') quotation: string;
  @OneOf('Kind', findingKinds) kind: FindingKind;
  @OneOf('Must or should', forces) force: Force;
  @Text('Review') reviewTitle: string;
}

/** The diagnosis page of a finding; `diagnosis` is null until somebody writes the symptom. */
export class DiagnosisPage {
  @Inside('Finding', () => DiagnosedFinding) finding: DiagnosedFinding;
  @Inside('Diagnosis', () => Diagnosis, { nullable: true }) diagnosis: Diagnosis | null;
  @Inside('Whys', () => WhyItem, { many: 12 }) whys: WhyItem[];
  @Inside('Causes', () => FindingCause, { many: 50 }) causes: FindingCause[];
  @Inside('Causes known here', () => Choice, { many: 1_000 }) known: Choice[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

/** A cause that is known already, or the words of a new one. */
export class CauseNaming {
  @Id('Cause', { optional: true }) causeId?: string;
  @Text('New cause', { optional: true, max: 300, hint: 'A way of working that is missing or does not work, in one sentence' }) text?: string;
}

/** What the finding page says of its diagnosis. */
export class DiagnosisBrief extends pick(Diagnosis, 'symptom', 'agreedText', 'deepRooted', 'state', 'agreedOn') {
  @Text('Root cause', { nullable: true, max: 300 }) rootCause: string | null;
  @Quantity('Whys') whys: number;
  @Text('Causes', { many: 50, max: 300 }) causes: string[];
}

/** For how many of the findings that want something done the diagnosis is agreed. */
export class AgreedCount {
  @Quantity('Diagnosis agreed') agreed: number;
  @Quantity('Findings that want something done') findings: number;
}

export const diagnosisRoutes = {
  page: route({ method: 'GET', path: 'localities/:locality/findings/:id/diagnosis', may: 'plan.read', says: 'The diagnosis of a finding: symptom, whys, causes, root cause', answer: DiagnosisPage }),
  begin: route({ method: 'POST', path: 'localities/:locality/findings/:id/diagnosis', may: 'diagnosis.keep', says: 'Begin the diagnosis of a finding with its symptom', body: NewDiagnosis, answer: DiagnosisPage, status: 201, refusals: ['already_done'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/diagnoses/:id', may: 'diagnosis.keep', says: 'Change a diagnosis that is not agreed', body: DiagnosisEdit, answer: DiagnosisPage, refusals: ['rule', 'stale'] }),
  agree: route({ method: 'POST', path: 'localities/:locality/diagnoses/:id/agreement', may: 'diagnosis.keep', says: 'Say that the root cause is agreed; the diagnosis is fixed until it is opened again', answer: DiagnosisPage, refusals: ['rule'] }),
  reopen: route({ method: 'DELETE', path: 'localities/:locality/diagnoses/:id/agreement', may: 'diagnosis.keep', says: 'Open an agreed diagnosis again', answer: DiagnosisPage }),
  addWhy: route({ method: 'POST', path: 'localities/:locality/diagnoses/:id/whys', may: 'diagnosis.keep', says: 'Ask why once more, at the end of the chain', body: NewWhy, answer: DiagnosisPage, status: 201, refusals: ['rule'] }),
  editWhy: route({ method: 'PATCH', path: 'localities/:locality/whys/:id', may: 'diagnosis.keep', says: 'Change a why', body: WhyEdit, answer: DiagnosisPage, refusals: ['rule', 'stale'] }),
  placeWhy: route({ method: 'POST', path: 'localities/:locality/whys/:id/place', may: 'diagnosis.keep', says: 'Move a why to another place of the chain', body: WhyPlace, answer: DiagnosisPage, refusals: ['rule'] }),
  removeWhy: route({ method: 'DELETE', path: 'localities/:locality/whys/:id', may: 'diagnosis.keep', says: 'Take a why out of the chain, with its evidence', answer: DiagnosisPage, refusals: ['rule'] }),
  addEvidence: route({ method: 'POST', path: 'localities/:locality/whys/:id/evidence', may: 'diagnosis.keep', says: 'Say what a why rests on', body: NewEvidence, answer: DiagnosisPage, status: 201, refusals: ['rule'] }),
  removeEvidence: route({ method: 'DELETE', path: 'localities/:locality/whys/:id/evidence/:evidence', may: 'diagnosis.keep', says: 'Take evidence away from a why', answer: DiagnosisPage, refusals: ['rule'] }),
  nameCause: route({ method: 'POST', path: 'localities/:locality/findings/:id/causes', may: 'diagnosis.keep', says: 'Name a cause of the finding: one that is known, or a new one', body: CauseNaming, answer: DiagnosisPage, status: 201, refusals: ['name_taken', 'rule'] }),
  dropCause: route({ method: 'DELETE', path: 'localities/:locality/findings/:id/causes/:cause', may: 'diagnosis.keep', says: 'Say that it does not cause the finding after all', answer: DiagnosisPage, refusals: ['rule'] }),
};
