import type { EvidenceKind } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** What a why rests on. It comes and goes; it is not edited. */
@Entity('why_evidence')
export class WhyEvidenceRow extends TenantRow {
  @Column('uuid') whyId: string;
  @Column('text') kind: EvidenceKind;
  @Column('text') label: string;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) figure: string | null;
  @Column('uuid', { nullable: true }) fileId: string | null;
  @Column('uuid', { nullable: true }) measureId: string | null;
}
