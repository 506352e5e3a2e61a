import { PastCauses, PastDiagnosis, PastFinding, PastLadder } from '@followthrough/contracts';
import { causesDrawn } from '../causes/published';
import { diagnosisShown } from '../diagnoses/published';
import { findingShown, findingsListed } from '../findings/published';
import { laddersDrawn } from '../ladder/published';
import { ofThePast } from './as-it-was';
import { asAt } from './moment.sql';

export const pastFindings = ofThePast('past.findings', findingsListed({ asAt }));
export const pastFinding = ofThePast('past.finding', findingShown(PastFinding, { asAt }));
export const pastDiagnosis = ofThePast('past.diagnosis', diagnosisShown(PastDiagnosis, { asAt }));
export const pastCauses = ofThePast('past.causes', causesDrawn(PastCauses, { asAt }));
export const pastLadder = ofThePast('past.ladder', laddersDrawn(PastLadder, { asAt }));
