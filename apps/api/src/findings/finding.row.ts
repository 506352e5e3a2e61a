import type { FindingKind, Force } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** `quotation` and `page` are a draft until `confirmedAt`; a trigger keeps them from then on. */
@Entity('finding')
export class FindingRow extends EditableRow {
  @Column('uuid') reviewId: string;
  @Column('text') ref: string;
  @Column('text') quotation: string;
  @Column('text', { nullable: true }) page: string | null;
  @Column('text', { default: 'area_for_improvement' }) kind: FindingKind;
  @Column('text', { default: 'should' }) force: Force;
  @Column('text', { array: true, default: '{}' }) themes: string[];
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
