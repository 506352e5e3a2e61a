import type { DecisionState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('decision_request')
export class DecisionRequestRow extends EditableRow {
  @Column('uuid') actionId: string;
  @Column('text') what: string;
  @Column('uuid', { nullable: true }) boardId: string | null;
  @Column('text', { nullable: true }) fromWhom: string | null;
  @Column('date', { nullable: true }) neededBy: string | null;
  @Column('text', { default: 'open' }) state: DecisionState;
  @Column('text', { nullable: true }) note: string | null;
  @Column('date', { nullable: true }) settledOn: string | null;
  @Column('uuid', { nullable: true }) settledBy: string | null;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) askedBy: string | null;
  @Column('date', { default: () => 'today()' }) askedOn: string;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
