import type { ImportState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('import')
export class ImportRow extends EditableRow {
  @Column('uuid', { nullable: true }) planId: string | null;
  @Column('text') fileName: string;
  @Column('integer') size: number;
  @Column('bytea') digest: Buffer;
  @Column('jsonb', { default: {} }) choices: unknown;
  @Column('text', { default: 'uploaded' }) state: ImportState;
  @Column('jsonb', { nullable: true }) report: unknown;
  @Column('uuid', { nullable: true, default: () => 'current_actor()' }) createdBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) appliedAt: Date | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}
