import type { TeamKind } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('team')
export class TeamRow extends EditableRow {
  @Column('text') name: string;
  @Column('text') kind: TeamKind;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text', { array: true, default: '{}' }) wanted: string[];
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
