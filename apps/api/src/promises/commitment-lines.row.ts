import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** One row a locality, once it has said where a promise counts as kept there. Whole per cent. */
@Entity('commitment_lines')
export class CommitmentLinesRow extends EditableRow {
  @Column('integer') green: number;
  @Column('integer') amber: number;
}
