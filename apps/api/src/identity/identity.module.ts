import { Module } from '@nestjs/common';
import { Accounts } from './accounts';
import { Attempts } from './attempts';
import { Identity } from './identity';
import { IdentityController } from './identity.controller';
import { IdentityPool } from './identity-pool';

@Module({ controllers: [IdentityController], providers: [Identity, Accounts, Attempts, IdentityPool], exports: [Accounts, Attempts, IdentityPool] })
export class IdentityModule {}
