import type { OrganisationKind } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('organisation')
export class OrganisationRow extends EditableRow {
  @Column('text') name: string;
  @Column('text') kind: OrganisationKind;
  @Column('text', { array: true, default: '{}' }) aliases: string[];
  @Column('date', { nullable: true }) validFrom: string | null;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('uuid', { nullable: true }) successorId: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
