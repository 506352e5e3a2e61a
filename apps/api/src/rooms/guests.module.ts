import { Module } from '@nestjs/common';
import { Guests } from './guests';

@Module({ providers: [Guests], exports: [Guests] })
export class GuestsModule {}
