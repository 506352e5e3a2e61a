import { Module } from '@nestjs/common';
import { ChasesModule } from '../chases/chases.module';
import { CycleClock } from './cycle-clock';
import { Cycles } from './cycles';
import { CyclesController } from './cycles.controller';

@Module({ imports: [ChasesModule], controllers: [CyclesController], providers: [Cycles, CycleClock], exports: [Cycles, CycleClock] })
export class CyclesModule {}
