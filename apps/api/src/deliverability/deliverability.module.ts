import { Module } from '@nestjs/common';
import { Deliverabilities } from './deliverabilities';
import { DeliverabilityController } from './deliverability.controller';

@Module({ controllers: [DeliverabilityController], providers: [Deliverabilities] })
export class DeliverabilityModule {}
