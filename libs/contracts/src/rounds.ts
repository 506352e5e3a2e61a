import { Choice } from './actions';
import { DiagnosedFinding, Diagnosis } from './diagnoses';
import { draft, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type RoundState, roundStates, type Stance, stances } from './words';

/** Partners write, each unseen by the others, why a finding is so. The views are revealed by hand, or on the day after the closing date. */
export class DiagnosisRound {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Finding') findingId: string;
  @CalendarDate('Views close on', { hint: 'The last day for writing; on the next day everybody sees all views' }) closesOn: string;
  @OneOf('State', roundStates) state: RoundState;
  @CalendarDate('Revealed on', { nullable: true }) revealedOn: string | null;
}

export class NewRound extends pick(DiagnosisRound, 'closesOn') {
  @Id('Partners asked', { many: 30 }) organisationIds: string[];
}

export class DiagnosisRoundEdit {
  @CalendarDate('Views close on', { optional: true, hint: 'The last day for writing' }) closesOn?: string;
  @Id('Partners to ask', { many: 30, optional: true }) addPartners?: string[];
  @Id('Partners to ask no longer', { many: 30, optional: true }) removePartners?: string[];
  @Version() version: number;
}

export class RoundCancelling {
  @Prose('Why it is cancelled', { max: 1_000, hint: 'Everybody reads it. Never anything about a patient.' }) reason: string;
}

/** How one organisation sees it, in its own words. */
export class PartnerView {
  @Version() version: number;
  @Prose('What we see', { max: 2_000, hint: 'The symptom, as your organisation meets it' }) symptom: string;
  @Prose('Why we think it is so', { max: 4_000 }) why: string;
  @Prose('What we believe is the cause', { max: 1_000, hint: 'A way of working that is missing or does not work, your own included' }) cause: string;
}

/** The version is that of the view which was read; null when the organisation has none yet. */
export class ViewWriting extends pick(PartnerView, 'symptom', 'why', 'cause') {
  @Quantity('Version', { nullable: true, min: 1 }) version: number | null;
}

/** What a partner says of the agreed text. */
export class PartnerAgreement {
  @OneOf('Do we agree?', stances) stance: Stance;
  @Prose('Why', { nullable: true, max: 1_000, hint: 'Needed unless you agree' }) reason: string | null;
}

export const Agreeing = draft(PartnerAgreement);
export type Agreeing = InstanceType<typeof Agreeing>;

export class AgreementSaid extends PartnerAgreement {
  @Flag('Said of an earlier wording') isEarlier: boolean;
}

/** A partner that is asked. Its view is null until it may be seen, whether or not it has written. */
export class RoundPartner {
  @Id('Organisation') organisationId: string;
  @Text('Name') name: string;
  @Flag('Mine') isMine: boolean;
  @Flag('Has written') hasWritten: boolean;
  @Inside('View', () => PartnerView, { nullable: true }) view: PartnerView | null;
  @Inside('Agreement', () => AgreementSaid, { nullable: true }) agreement: AgreementSaid | null;
}

/** What the partners are asked to agree to: the diagnosis as it is worded now. */
export class AgreedWords extends pick(Diagnosis, 'agreedText', 'state') {
  @Text('Root cause', { nullable: true, max: 300 }) rootCause: string | null;
}

/** A round that ended without a reveal. Its views stay unseen by all but those who wrote them: `view` is my own organisation's, if I may see it. */
export class CancelledRound {
  @Id('Id') id: string;
  @CalendarDate('Opened on') openedOn: string;
  @CalendarDate('Cancelled on') cancelledOn: string;
  @Text('Cancelled by', { nullable: true }) cancelledByName: string | null;
  @Prose('Why', { max: 1_000 }) cancelledBecause: string;
  @Quantity('Partners asked') asked: number;
  @Quantity('Have written') written: number;
  @Inside('Our view', () => PartnerView, { nullable: true }) view: PartnerView | null;
}

/** The round of a finding; `round` is null until one is opened, and again when it is cancelled. */
export class RoundPage {
  @Inside('Finding', () => DiagnosedFinding) finding: DiagnosedFinding;
  @Inside('Round', () => DiagnosisRound, { nullable: true }) round: DiagnosisRound | null;
  @Inside('Cancelled before, the last first', () => CancelledRound, { many: 20 }) cancelled: CancelledRound[];
  @Flag('I may write for my organisation') mayWrite: boolean;
  @Inside('Partners', () => RoundPartner, { many: 30 }) partners: RoundPartner[];
  @Inside('Agreed words', () => AgreedWords, { nullable: true }) agreed: AgreedWords | null;
  @Inside('Organisations here', () => Choice, { many: 2_000 }) organisations: Choice[];
}

/** A round that wants the view of my organisation. */
export class AwaitedView extends pick(DiagnosisRound, 'id', 'findingId', 'closesOn') {
  @Text('Ref', { max: 40 }) ref: string;
  @Prose('Quotation', { max: 300 }) quotation: string;
  @Text('Organisation') organisationName: string;
}

/** How far a finding's last round is. Agreements count only where they are about the words as they are now. */
export class RoundBrief extends pick(DiagnosisRound, 'closesOn', 'state') {
  @Quantity('Partners asked') asked: number;
  @Quantity('Have written') written: number;
  @Quantity('Agree') agree: number;
  @Quantity('Agree partly') partly: number;
  @Quantity('Disagree') disagree: number;
  @CalendarDate('Cancelled on', { nullable: true }) cancelledOn: string | null;
  @Prose('Why it was cancelled', { nullable: true, max: 1_000 }) cancelledBecause: string | null;
}

export const roundRoutes = {
  page: route({ method: 'GET', path: 'localities/:locality/findings/:id/round', may: 'plan.read', says: 'The diagnosis round of a finding: who is asked, who has written, and after the reveal what', answer: RoundPage }),
  open: route({ method: 'POST', path: 'localities/:locality/findings/:id/round', may: 'diagnosis.keep', says: 'Ask partners for their own views of a finding, until a closing date', body: NewRound, answer: RoundPage, status: 201, refusals: ['already_done', 'rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/rounds/:id', may: 'diagnosis.keep', says: 'Change the closing date or the partners asked, until the reveal', body: DiagnosisRoundEdit, answer: RoundPage, refusals: ['rule', 'stale'] }),
  reveal: route({ method: 'POST', path: 'localities/:locality/rounds/:id/reveal', may: 'diagnosis.keep', says: 'Reveal all views at once, before the closing date; from then on none changes', answer: RoundPage, refusals: ['rule'] }),
  cancel: route({ method: 'POST', path: 'localities/:locality/rounds/:id/cancel', may: 'diagnosis.keep', says: 'Cancel an open round, and say why: its views are never revealed, and the finding can have another', body: RoundCancelling, answer: RoundPage, refusals: ['already_done', 'rule'] }),
  write: route({ method: 'PUT', path: 'localities/:locality/rounds/:id/view', may: 'view.write', says: 'Write or change the view of my own organisation, until the reveal', body: ViewWriting, answer: RoundPage, refusals: ['rule', 'stale'] }),
  agree: route({ method: 'PUT', path: 'localities/:locality/rounds/:id/agreement', may: 'view.write', says: 'Say whether my organisation agrees with the agreed text, after the reveal', body: Agreeing, answer: RoundPage, refusals: ['rule'] }),
};
