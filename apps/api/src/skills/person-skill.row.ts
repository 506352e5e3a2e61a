import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A skill that a person has. */
@Entity('person_skill')
export class PersonSkillRow extends TenantRow {
  @Column('uuid') personId: string;
  @Column('uuid') skillId: string;
  /** 1 aware, 2 with support, 3 able, 4 can teach. */
  @Column('integer') level: number;
}
