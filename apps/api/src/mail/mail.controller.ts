import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Mail } from './mail';

const { outbox } = routes.mail;

@Controller()
export class MailController {
  constructor(private readonly mail: Mail) {}

  @Serves(outbox)
  outbox(@Ask() asked: Asked<typeof outbox>): Promise<string> {
    return this.mail.outbox(asked);
  }
}
