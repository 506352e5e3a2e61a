import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('summit')
export class SummitRow extends EditableRow {
  @Column('text') title: string;
  @Column('date') heldOn: string;
  @Column('text', { nullable: true }) place: string | null;
}
