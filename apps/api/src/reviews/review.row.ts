import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('review')
export class ReviewRow extends EditableRow {
  @Column('uuid') frameworkId: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) body: string | null;
  @Column('date', { nullable: true }) fieldworkFrom: string | null;
  @Column('date', { nullable: true }) fieldworkTo: string | null;
  @Column('date', { nullable: true }) publishedOn: string | null;
  @Column('text', { nullable: true }) reportUrl: string | null;
  @Column('text', { nullable: true }) scoringMethod: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
