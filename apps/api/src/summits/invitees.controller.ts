import { Controller, StreamableFile } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Invitees } from './invitees';

const { invite, send, remove, note, answer, calendar } = routes.invitees;

@Controller()
export class InviteesController {
  constructor(private readonly invitees: Invitees) {}

  @Serves(invite)
  invite(@Ask() asked: Asked<typeof invite>): Promise<string> {
    return this.invitees.invite(asked);
  }

  @Serves(send)
  send(@Ask() asked: Asked<typeof send>): Promise<string> {
    return this.invitees.send(asked);
  }

  @Serves(remove)
  remove(@Ask() asked: Asked<typeof remove>): Promise<string> {
    return this.invitees.remove(asked);
  }

  @Serves(note)
  note(@Ask() asked: Asked<typeof note>): Promise<string> {
    return this.invitees.note(asked);
  }

  @Serves(answer)
  answer(@Ask() asked: Asked<typeof answer>): Promise<string> {
    return this.invitees.answer(asked);
  }

  @Serves(calendar)
  async calendar(@Ask() asked: Asked<typeof calendar>): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.invitees.calendar(asked)), { type: calendar.file ?? '', disposition: 'attachment; filename="summit.ics"' });
  }
}
