import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module';
import { MailModule } from '../mail/mail.module';
import { RoomsModule } from '../rooms/rooms.module';
import { Agenda } from './agenda';
import { AgendaController } from './agenda.controller';
import { AttendanceAndMaterials } from './attendance';
import { AttendanceController } from './attendance.controller';
import { Invitees } from './invitees';
import { InviteesController } from './invitees.controller';
import { Outcomes } from './outcomes';
import { Summits } from './summits';
import { SummitsController } from './summits.controller';

@Module({
  imports: [ActionsModule, MailModule, RoomsModule],
  controllers: [AgendaController, AttendanceController, InviteesController, SummitsController],
  providers: [Agenda, AttendanceAndMaterials, Invitees, Outcomes, Summits],
  exports: [Summits],
})
export class SummitsModule {}
