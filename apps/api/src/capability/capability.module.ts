import { Module } from '@nestjs/common';
import { Capability } from './capability';
import { CapabilityController } from './capability.controller';

@Module({ controllers: [CapabilityController], providers: [Capability] })
export class CapabilityModule {}
