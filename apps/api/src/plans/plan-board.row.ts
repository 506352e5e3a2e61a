import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A board that a plan reports to. */
@Entity('plan_board')
export class PlanBoardRow extends TenantRow {
  @Column('uuid') planId: string;
  @Column('uuid') boardId: string;
}
