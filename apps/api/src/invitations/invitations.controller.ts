import { Controller, Res } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import type { FastifyReply } from 'fastify';
import { say } from '../identity/identity.controller';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Invitations } from './invitations';

const { list, invite, resend, revoke, read, open, join } = routes.invitations;

@Controller()
export class InvitationsController {
  constructor(private readonly invitations: Invitations) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.invitations.list(asked);
  }

  @Serves(invite)
  invite(@Ask() asked: Asked<typeof invite>): Promise<string> {
    return this.invitations.invite(asked);
  }

  @Serves(resend)
  resend(@Ask() asked: Asked<typeof resend>): Promise<string> {
    return this.invitations.resend(asked);
  }

  @Serves(revoke)
  revoke(@Ask() asked: Asked<typeof revoke>): Promise<string> {
    return this.invitations.revoke(asked);
  }

  @Serves(read)
  read(@Ask() asked: Asked<typeof read>): Promise<string> {
    return this.invitations.read(asked);
  }

  @Serves(open)
  async open(@Ask() asked: Asked<typeof open>, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return say(reply, await this.invitations.open(asked));
  }

  @Serves(join)
  join(@Ask() asked: Asked<typeof join>): Promise<string> {
    return this.invitations.join(asked);
  }
}
