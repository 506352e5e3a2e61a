import { Module } from '@nestjs/common';
import { HealthOfPlans } from './plan-health';
import { PlanHealthController } from './plan-health.controller';

@Module({ controllers: [PlanHealthController], providers: [HealthOfPlans] })
export class PlanHealthModule {}
