import type { AnswerKind } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

@Entity('answer')
export class AnswerRow extends TenantRow {
  @Column('uuid') threadId: string;
  @Column('text') kind: AnswerKind;
  @Column('text') text: string;
  @Column('uuid', { default: () => 'current_person()' }) answeredBy: string;
  @Column('timestamptz', { default: () => 'now()' }) answeredAt: Date;
}
