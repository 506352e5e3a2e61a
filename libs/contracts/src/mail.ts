import { Email, Id, Inside, Instant, Prose, Text } from './kernel/fields';
import { route } from './kernel/route';

/** A mail as it was written. Its words are gone once it has been sent. */
export class OutboxItem {
  @Id('Id') id: string;
  @Email('To') recipient: string;
  @Text('Subject') subject: string;
  @Prose('Words', { max: 100_000, nullable: true }) body: string | null;
  @Instant('Written') createdAt: string;
  @Instant('Sent', { nullable: true }) sentAt: string | null;
}

export class Outbox {
  @Inside('Mails', () => OutboxItem, { many: 100 }) items: OutboxItem[];
}

export const mailRoutes = {
  outbox: route({ method: 'GET', path: 'localities/:locality/outbox', may: 'people.invite', says: 'Read the last hundred mails; only a demo shows them', answer: Outbox }),
};
