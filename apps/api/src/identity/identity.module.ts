import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module';
import { Accounts } from './accounts';
import { Attempts } from './attempts';
import { Identity } from './identity';
import { IdentityController } from './identity.controller';

@Module({ imports: [MailModule], controllers: [IdentityController], providers: [Identity, Accounts, Attempts], exports: [Accounts, Attempts, Identity] })
export class IdentityModule {}
