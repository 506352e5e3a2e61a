import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { MailModule } from '../mail/mail.module';
import { PeopleModule } from '../people/people.module';
import { Invitations } from './invitations';
import { InvitationsController } from './invitations.controller';

@Module({ imports: [IdentityModule, MailModule, PeopleModule], controllers: [InvitationsController], providers: [Invitations] })
export class InvitationsModule {}
