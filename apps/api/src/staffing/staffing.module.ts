import { Module } from '@nestjs/common';
import { Staffing } from './staffing';
import { StaffingController } from './staffing.controller';

@Module({ controllers: [StaffingController], providers: [Staffing] })
export class StaffingModule {}
