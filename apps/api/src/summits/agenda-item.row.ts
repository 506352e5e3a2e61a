import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('agenda_item')
export class AgendaItemRow extends EditableRow {
  @Column('uuid') summitId: string;
  @Column('text') title: string;
  @Column('integer') minutes: number;
  @Column('text', { nullable: true }) lead: string | null;
  @Column('integer') position: number;
  @Column('timestamptz', { nullable: true }) begunAt: Date | null;
}
