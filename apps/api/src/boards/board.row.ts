import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('board')
export class BoardRow extends EditableRow {
  @Column('text') name: string;
  @Column('date', { nullable: true }) retiredOn: string | null;
}
