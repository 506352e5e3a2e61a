import { Module } from '@nestjs/common';
import { PastController } from './past.controller';
import { PastFindingsController } from './past-findings.controller';
import { PastRegistersController } from './past-registers.controller';

@Module({ controllers: [PastController, PastFindingsController, PastRegistersController] })
export class PastModule {}
