import { Controller, Res } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import type { FastifyReply } from 'fastify';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { type Changed, Identity } from './identity';

const { session, signIn, signOut, sessions, endSession, endOtherSessions, askReset, reset, changePassword } = routes.identity;

@Controller()
export class IdentityController {
  constructor(private readonly identity: Identity) {}

  @Serves(session)
  session(@Ask() asked: Asked<typeof session>): Promise<string> {
    return this.identity.session(asked);
  }

  @Serves(signIn)
  async signIn(@Ask() asked: Asked<typeof signIn>, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return say(reply, await this.identity.signIn(asked));
  }

  @Serves(signOut)
  async signOut(@Ask() asked: Asked<typeof signOut>, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return say(reply, await this.identity.signOut(asked));
  }

  @Serves(sessions)
  sessions(@Ask() asked: Asked<typeof sessions>): Promise<string> {
    return this.identity.sessions(asked);
  }

  @Serves(endOtherSessions)
  endOtherSessions(@Ask() asked: Asked<typeof endOtherSessions>): Promise<string> {
    return this.identity.endOtherSessions(asked);
  }

  @Serves(endSession)
  endSession(@Ask() asked: Asked<typeof endSession>): Promise<string> {
    return this.identity.endSession(asked);
  }

  @Serves(askReset)
  askReset(@Ask() asked: Asked<typeof askReset>): Promise<void> {
    return this.identity.askReset(asked);
  }

  @Serves(reset)
  reset(@Ask() asked: Asked<typeof reset>): Promise<void> {
    return this.identity.reset(asked);
  }

  @Serves(changePassword)
  async changePassword(@Ask() asked: Asked<typeof changePassword>, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return say(reply, await this.identity.changePassword(asked));
  }
}

/** Sends the answer with the cookies that say who the browser is from now on. */
export function say(reply: FastifyReply, { cookies, answer }: Changed): string {
  void reply.header('set-cookie', [...cookies]);
  return answer;
}
