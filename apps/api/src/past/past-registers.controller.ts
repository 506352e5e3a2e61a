import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { narrowing as narrowedDecisions } from '../decisions/published';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { narrowing as narrowedMeasures } from '../measures/published';
import { askedMoment } from './asked-moment';
import { pastCapacity, pastCapacityActions } from './past-capacity.sql';
import { pastDecisions } from './past-decisions.sql';
import { pastMeasure, pastMeasures } from './past-measures.sql';

const { decisions, measures, measure, capacity, capacityActions } = routes.pastRegisters;

/** Registers as at a moment that has been: the statements of now over the tables as they were. */
@Controller()
export class PastRegistersController {
  constructor(private readonly reads: Reads) {}

  @Serves(decisions)
  decisions(@Ask() asked: Asked<typeof decisions>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at);
    return this.reads.answer(asked, asked.query.after === undefined ? pastDecisions.first : pastDecisions.further, [...narrowedDecisions(asked.query), report, day]);
  }

  @Serves(measures)
  measures(@Ask() asked: Asked<typeof measures>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at);
    return this.reads.answer(asked, pastMeasures, [...narrowedMeasures(asked.query), report, day]);
  }

  @Serves(measure)
  measure(@Ask() asked: Asked<typeof measure>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at);
    return this.reads.answer(asked, pastMeasure, [asked.params.id, report, day]);
  }

  @Serves(capacity)
  capacity(@Ask() asked: Asked<typeof capacity>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at);
    return this.reads.answer(asked, pastCapacity, [report, day]);
  }

  @Serves(capacityActions)
  capacityActions(@Ask() asked: Asked<typeof capacityActions>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at);
    return this.reads.answer(asked, pastCapacityActions, [report, asked.query.organisation ?? null, `${asked.query.month}-01`, day]);
  }
}
