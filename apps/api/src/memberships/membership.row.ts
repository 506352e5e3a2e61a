import type { Role } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('membership')
export class MembershipRow extends EditableRow {
  @Column('uuid') userId: string;
  @Column('uuid') personId: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
