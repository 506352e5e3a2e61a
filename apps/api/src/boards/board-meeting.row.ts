import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

@Entity('board_meeting')
export class BoardMeetingRow extends TenantRow {
  @Column('uuid') boardId: string;
  @Column('date') heldOn: string;
}
