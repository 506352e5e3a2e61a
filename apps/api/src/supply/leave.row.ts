import type { LeavePart } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

@Entity('leave')
export class LeaveRow extends TenantRow {
  @Column('uuid') personId: string;
  @Column('date') fromOn: string;
  @Column('date') toOn: string;
  @Column('text') part: LeavePart;
}
