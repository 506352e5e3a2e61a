import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('team_member')
export class TeamMemberRow extends EditableRow {
  @Column('uuid') teamId: string;
  @Column('uuid') personId: string;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) toOn: string | null;
}
