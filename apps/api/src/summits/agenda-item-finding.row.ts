import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A finding to discuss under an item of an agenda. */
@Entity('agenda_item_finding')
export class AgendaItemFindingRow extends TenantRow {
  @Column('uuid') agendaItemId: string;
  @Column('uuid') findingId: string;
}
