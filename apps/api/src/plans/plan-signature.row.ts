import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** A partner's signature under the aim, in the wording that was signed. */
@Entity('plan_signature')
export class PlanSignatureRow extends EditableRow {
  @Column('uuid') planId: string;
  @Column('uuid') organisationId: string;
  @Column('text') aim: string;
  @Column('text') signedBy: string;
  @Column('text') role: string;
  @Column('date') signedOn: string;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) recordedBy: string | null;
  @Column('date', { default: () => 'today()' }) recordedOn: string;
  @Column('date', { nullable: true }) takenBackOn: string | null;
  @Column('text', { nullable: true }) takenBackWhy: string | null;
}
