import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** Many actions changed in one go. Once written, all that can follow is that it is undone. */
@Entity('bulk_edit')
export class BulkEditRow extends EditableRow {
  @Column('text') says: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb') changed: unknown;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) editedBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) editedAt: Date;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}
