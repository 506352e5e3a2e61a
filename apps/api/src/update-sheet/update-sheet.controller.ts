import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { UpdateSheets } from './update-sheet';

const { read } = routes.updateSheet;

@Controller()
export class UpdateSheetController {
  constructor(private readonly sheets: UpdateSheets) {}

  @Serves(read)
  read(@Ask() asked: Asked<typeof read>): Promise<string> {
    return this.sheets.read(asked);
  }
}
