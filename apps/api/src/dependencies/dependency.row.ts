import type { DependencyKind } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** One action that comes before another. The database refuses what would go round in a circle. */
@Entity('dependency')
export class DependencyRow extends TenantRow {
  @Column('uuid') firstId: string;
  @Column('uuid') thenId: string;
  @Column('text') kind: DependencyKind;
}
