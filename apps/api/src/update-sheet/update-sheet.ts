import { Injectable } from '@nestjs/common';
import type { updateSheetRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { updateSheet } from './update-sheet.sql';

/** Many actions to report on, as the rows of one sheet. What is typed there is reported through `Updates`. */
@Injectable()
export class UpdateSheets {
  constructor(private readonly reads: Reads) {}

  read(asked: Asked<typeof updateSheetRoutes.read>): Promise<string> {
    const { statement, values } = updateSheet(asked.query);
    return this.reads.answer(asked, statement, values);
  }
}
