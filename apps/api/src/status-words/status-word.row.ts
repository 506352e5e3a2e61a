import type { Colour, Mark, Status } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('status_word')
export class StatusWordRow extends EditableRow {
  @Column('text') status: Status;
  @Column('text') word: string;
  @Column('text') definition: string;
  @Column('text') colour: Colour;
  @Column('text') mark: Mark;
  @Column('integer') position: number;
}
