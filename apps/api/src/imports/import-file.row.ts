import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** The uploaded file and the cells read from it; its id is its import's. */
@Entity('import_file')
export class ImportFileRow extends TenantRow {
  @Column('bytea') content: Buffer;
  @Column('jsonb') sheets: unknown;
}
