import type { Role } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('invitation')
export class InvitationRow extends EditableRow {
  @Column('text') email: string;
  @Column('uuid') personId: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('bytea') tokenDigest: Buffer;
  @Column('uuid', { nullable: true, default: () => 'current_actor()' }) invitedBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
