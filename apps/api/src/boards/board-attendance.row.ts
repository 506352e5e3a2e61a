import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

@Entity('board_attendance')
export class BoardAttendanceRow extends TenantRow {
  @Column('uuid') boardMeetingId: string;
  @Column('uuid') organisationId: string;
  @Column('boolean') came: boolean;
}
