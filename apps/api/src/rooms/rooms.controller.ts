import { Controller, Res } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import type { FastifyReply } from 'fastify';
import { say } from '../identity/identity.controller';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Joining } from './joining';
import { Listening } from './listening';
import { Rooms } from './rooms';

const { open, page, edit, close, changes, doorway, join, screen, guestChanges } = routes.rooms;

@Controller()
export class RoomsController {
  constructor(
    private readonly rooms: Rooms,
    private readonly joining: Joining,
    private readonly listening: Listening,
  ) {}

  @Serves(open)
  open(@Ask() asked: Asked<typeof open>): Promise<string> {
    return this.rooms.open(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.rooms.page(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.rooms.edit(asked);
  }

  @Serves(close)
  close(@Ask() asked: Asked<typeof close>): Promise<string> {
    return this.rooms.close(asked);
  }

  @Serves(changes)
  changes(@Ask() asked: Asked<typeof changes>, @Res() reply: FastifyReply): Promise<void> {
    return this.listening.keeper(asked, reply);
  }

  @Serves(doorway)
  doorway(@Ask() asked: Asked<typeof doorway>): Promise<string> {
    return this.joining.doorway(asked);
  }

  @Serves(join)
  async join(@Ask() asked: Asked<typeof join>, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return say(reply, await this.joining.join(asked));
  }

  @Serves(screen)
  screen(@Ask() asked: Asked<typeof screen>): Promise<string> {
    return this.joining.screen(asked);
  }

  @Serves(guestChanges)
  guestChanges(@Ask() asked: Asked<typeof guestChanges>, @Res() reply: FastifyReply): Promise<void> {
    return this.listening.guest(asked, reply);
  }
}
