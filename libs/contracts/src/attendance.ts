import { FileItem } from './files';
import { draft, pick } from './kernel/derive';
import { Flag, Id, Inside, Instant, OneOf, Quantity, Text } from './kernel/fields';
import { type InviteeAnswer, inviteeAnswers } from './words';

/** Somebody asked to a summit, what they were told, and whether they come. */
export class Invitee {
  @Id('Id') id: string;
  @Id('Person') personId: string;
  @Text('Name') name: string;
  @Text('Organisation', { nullable: true }) organisation: string | null;
  @Flag('Has an e-mail address') hasEmail: boolean;
  @OneOf('Answer', inviteeAnswers, { nullable: true }) answer: InviteeAnswer | null;
  @Instant('Invitation sent', { nullable: true }) toldAt: string | null;
  /** What they were last sent is still so: title, day, times and place. */
  @Flag('Up to date') isTold: boolean;
  @Flag('Me') isMe: boolean;
}

export class Invite {
  @Id('People', { many: 200 }) personIds: string[];
}

export class InviteeAnswered {
  @OneOf('Answer', inviteeAnswers) answer: InviteeAnswer;
}

/** How many invitations went out, and whom no mail can reach. */
export class InvitationsSent {
  @Quantity('Sent') sent: number;
  @Quantity('Without an e-mail address') withoutEmail: number;
}

/** An organisation that was there. */
export class Attendance {
  @Id('Organisation') organisationId: string;
  @Text('Organisation') organisation: string;
  @Quantity('People there', { min: 1, max: 500 }) people: number;
  @Text('Who', { nullable: true, max: 500, hint: 'Names or roles, such as chief executive' }) names: string | null;
}

export class AttendanceSaid extends draft(pick(Attendance, 'people', 'names')) {}

export class MaterialFile extends pick(FileItem, 'id', 'name', 'size') {}

/** Something to read before or shown at a summit: an attached file, or a link. */
export class Material {
  @Id('Id') id: string;
  @Text('Title') title: string;
  @Text('Link', { nullable: true, max: 1_000, pattern: /^https?:\/\/[^\s]+$/, patternSays: 'a web address, beginning with https://' }) url: string | null;
  @Inside('File', () => MaterialFile, { nullable: true }) file: MaterialFile | null;
}

/** A link, or a file that was attached. */
export class NewMaterial extends draft(pick(Material, 'title', 'url')) {
  @Id('File', { nullable: true, optional: true }) fileId?: string | null;
}
