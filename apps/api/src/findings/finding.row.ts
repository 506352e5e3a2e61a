import type { FindingKind, Force } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** `quotation` is written once: the API's role has no right to change it. */
@Entity('finding')
export class FindingRow extends EditableRow {
  @Column('uuid') reviewId: string;
  @Column('text') ref: string;
  @Column('text') quotation: string;
  @Column('text', { nullable: true }) page: string | null;
  @Column('text', { default: 'area_for_improvement' }) kind: FindingKind;
  @Column('text', { default: 'should' }) force: Force;
  @Column('text', { array: true, default: '{}' }) themes: string[];
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
