import { Module } from '@nestjs/common';
import { PastController } from './past.controller';

@Module({ controllers: [PastController] })
export class PastModule {}
