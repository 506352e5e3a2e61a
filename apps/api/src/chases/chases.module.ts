import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module';
import { Chases } from './chases';
import { ChasesController } from './chases.controller';

@Module({ imports: [MailModule], controllers: [ChasesController], providers: [Chases], exports: [Chases] })
export class ChasesModule {}
