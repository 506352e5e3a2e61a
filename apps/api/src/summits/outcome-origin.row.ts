import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** The question or the poll that an outcome came of, as it stood when it was captured. */
@Entity('outcome_origin')
export class OutcomeOriginRow extends TenantRow {
  @Column('uuid') outcomeId: string;
  @Column('uuid', { nullable: true }) questionId: string | null;
  @Column('uuid', { nullable: true }) pollId: string | null;
  @Column('text') text: string;
  @Column('text', { nullable: true }) choice: string | null;
  @Column('integer') votes: number;
  @Column('integer', { nullable: true }) place: number | null;
  @Column('integer', { nullable: true }) places: number | null;
}
