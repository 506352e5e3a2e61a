import { Module } from '@nestjs/common';
import { PastController } from './past.controller';
import { PastRegistersController } from './past-registers.controller';

@Module({ controllers: [PastController, PastRegistersController] })
export class PastModule {}
