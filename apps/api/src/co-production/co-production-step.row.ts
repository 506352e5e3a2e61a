import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** What is done together with people who use services: of the whole plan, or of one action. */
@Entity('co_production_step')
export class CoProductionStepRow extends EditableRow {
  @Column('uuid', { nullable: true }) planId: string | null;
  @Column('uuid', { nullable: true }) actionId: string | null;
  @Column('text') withWhom: string;
  @Column('text') what: string;
  @Column('date') happensOn: string;
}
