import type { MediaType } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** An attached file but for its bytes, which lie in `file_content` under the same id. */
@Entity('file')
export class FileRow extends TenantRow {
  @Column('text') name: string;
  @Column('text') mediaType: MediaType;
  @Column('integer') size: number;
  @Column('bytea') digest: Buffer;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) attachedBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) attachedAt: Date;
}
