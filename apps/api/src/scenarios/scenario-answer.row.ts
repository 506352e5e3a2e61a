import type { ScenarioAnswer } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** What an organisation says to a scenario that touches its actions or its people: by its own people alone, by trigger. */
@Entity('scenario_answer')
export class ScenarioAnswerRow extends TenantRow {
  @Column('uuid') scenarioId: string;
  @Column('uuid') organisationId: string;
  @Column('text', { default: 'asked' }) answer: ScenarioAnswer;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
