import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('skill')
export class SkillRow extends EditableRow {
  @Column('text') name: string;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
