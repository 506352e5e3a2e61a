import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Diagnoses } from './diagnoses';
import { Whys } from './whys';

const { page, begin, edit, agree, reopen, nameCause, dropCause, addWhy, editWhy, placeWhy, removeWhy, addEvidence, removeEvidence } = routes.diagnoses;

@Controller()
export class DiagnosesController {
  constructor(
    private readonly diagnoses: Diagnoses,
    private readonly whys: Whys,
  ) {}

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.diagnoses.page(asked);
  }

  @Serves(begin)
  begin(@Ask() asked: Asked<typeof begin>): Promise<string> {
    return this.diagnoses.begin(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.diagnoses.edit(asked);
  }

  @Serves(agree)
  agree(@Ask() asked: Asked<typeof agree>): Promise<string> {
    return this.diagnoses.agree(asked);
  }

  @Serves(reopen)
  reopen(@Ask() asked: Asked<typeof reopen>): Promise<string> {
    return this.diagnoses.reopen(asked);
  }

  @Serves(nameCause)
  nameCause(@Ask() asked: Asked<typeof nameCause>): Promise<string> {
    return this.diagnoses.nameCause(asked);
  }

  @Serves(dropCause)
  dropCause(@Ask() asked: Asked<typeof dropCause>): Promise<string> {
    return this.diagnoses.dropCause(asked);
  }

  @Serves(addWhy)
  addWhy(@Ask() asked: Asked<typeof addWhy>): Promise<string> {
    return this.whys.add(asked);
  }

  @Serves(editWhy)
  editWhy(@Ask() asked: Asked<typeof editWhy>): Promise<string> {
    return this.whys.edit(asked);
  }

  @Serves(placeWhy)
  placeWhy(@Ask() asked: Asked<typeof placeWhy>): Promise<string> {
    return this.whys.place(asked);
  }

  @Serves(removeWhy)
  removeWhy(@Ask() asked: Asked<typeof removeWhy>): Promise<string> {
    return this.whys.remove(asked);
  }

  @Serves(addEvidence)
  addEvidence(@Ask() asked: Asked<typeof addEvidence>): Promise<string> {
    return this.whys.addEvidence(asked);
  }

  @Serves(removeEvidence)
  removeEvidence(@Ask() asked: Asked<typeof removeEvidence>): Promise<string> {
    return this.whys.removeEvidence(asked);
  }
}
