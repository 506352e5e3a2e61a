import type { Stance } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** What a partner says of the agreed text; `about` is the wording that it was said of. */
@Entity('partner_agreement')
export class PartnerAgreementRow extends EditableRow {
  @Column('uuid') roundId: string;
  @Column('uuid') organisationId: string;
  @Column('text') stance: Stance;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') about: string;
}
