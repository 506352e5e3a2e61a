import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A link, or a file that was attached. */
@Entity('material')
export class MaterialRow extends TenantRow {
  @Column('uuid') summitId: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) url: string | null;
  @Column('uuid', { nullable: true }) fileId: string | null;
}
