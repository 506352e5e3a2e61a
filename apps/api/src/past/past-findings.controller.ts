import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { narrowing } from '../findings/published';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { ladderValues } from '../ladder/published';
import { askedMoment } from './asked-moment';
import { pastCauses, pastDiagnosis, pastFinding, pastFindings, pastLadder } from './past-findings.sql';

const { findings, finding, diagnosis, causes, ladder } = routes.pastFindings;

/** What reviews said, why it was so and what led where, as at a moment that has been: rebuilt from the history, of a report too. */
@Controller()
export class PastFindingsController {
  constructor(private readonly reads: Reads) {}

  @Serves(findings)
  findings(@Ask() asked: Asked<typeof findings>): Promise<string> {
    return this.reads.answer(asked, pastFindings, [...narrowing(asked.query), ...moment(asked.query.at)]);
  }

  @Serves(finding)
  finding(@Ask() asked: Asked<typeof finding>): Promise<string> {
    return this.reads.answer(asked, pastFinding, [asked.params.id, ...moment(asked.query.at)]);
  }

  @Serves(diagnosis)
  diagnosis(@Ask() asked: Asked<typeof diagnosis>): Promise<string> {
    return this.reads.answer(asked, pastDiagnosis, [asked.params.id, ...moment(asked.query.at)]);
  }

  @Serves(causes)
  causes(@Ask() asked: Asked<typeof causes>): Promise<string> {
    return this.reads.answer(asked, pastCauses, moment(asked.query.at));
  }

  @Serves(ladder)
  ladder(@Ask() asked: Asked<typeof ladder>): Promise<string> {
    return this.reads.answer(asked, pastLadder, [...ladderValues(asked.query), ...moment(asked.query.at)]);
  }
}

/** The values of a moment. */
function moment(at: string): readonly unknown[] {
  const { report, day } = askedMoment(at);
  return [report, day];
}
