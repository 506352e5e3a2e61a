import type { ActionFlag } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** Append-only. A row with `endsId` lets the flag of that row count again. */
@Entity('flag_override')
export class FlagOverrideRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('text') flag: ActionFlag;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('date', { nullable: true }) untilOn: string | null;
  @Column('uuid', { nullable: true }) endsId: string | null;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) personId: string | null;
  @Column('timestamptz', { default: () => 'now()' }) overriddenAt: Date;
}
