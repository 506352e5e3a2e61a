import type { OutcomeKind } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('outcome')
export class OutcomeRow extends EditableRow {
  @Column('uuid') summitId: string;
  @Column('date') agreedOn: string;
  @Column('text') kind: OutcomeKind;
  @Column('text') text: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('uuid', { nullable: true }) agendaItemId: string | null;
  @Column('text', { nullable: true }) noAction: string | null;
  @Column('timestamptz', { default: () => 'now()' }) capturedAt: Date;
}
