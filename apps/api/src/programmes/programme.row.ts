import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('programme')
export class ProgrammeRow extends EditableRow {
  @Column('text') name: string;
  @Column('text', { nullable: true }) about: string | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('date', { nullable: true }) endsOn: string | null;
}
