import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('attendance')
export class AttendanceRow extends EditableRow {
  @Column('uuid') summitId: string;
  @Column('uuid') organisationId: string;
  @Column('integer') people: number;
  @Column('text', { nullable: true }) names: string | null;
}
