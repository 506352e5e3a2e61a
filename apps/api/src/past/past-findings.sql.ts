import { PastCauses, PastDiagnosis, PastFinding, PastLadder } from '@followthrough/contracts';
import { causesDrawn } from '../causes/published';
import { diagnosisShown } from '../diagnoses/published';
import { findingShown, findingsListed } from '../findings/published';
import { laddersDrawn } from '../ladder/published';
import { ofThePast } from './as-it-was';
import { asAt } from './moment.sql';
import { wordsThen } from './past.sql';

const also = { asAt, words: wordsThen };

export const pastFindings = ofThePast('past.findings', findingsListed(also));
export const pastFinding = ofThePast('past.finding', findingShown(PastFinding, also));
export const pastDiagnosis = ofThePast('past.diagnosis', diagnosisShown(PastDiagnosis, also));
export const pastCauses = ofThePast('past.causes', causesDrawn(PastCauses, also));
export const pastLadder = ofThePast('past.ladder', laddersDrawn(PastLadder, also));
