import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Events } from './events/events';
import { Hub } from './events/hub';
import { Pump } from './events/pump';
import { IdentityPool } from './identity-pool';
import { Origin } from './origin';
import { Reads } from './reads';
import { SeenSessions } from './seen-sessions';
import { Tidy } from './tidy';
import { Writes } from './writes';

@Global()
@Module({ providers: [Reads, Writes, IdentityPool, SeenSessions, Tidy, Events, Hub, Pump, { provide: APP_GUARD, useClass: Origin }], exports: [Reads, Writes, IdentityPool, SeenSessions, Events, Hub, Pump] })
export class KernelModule {}
