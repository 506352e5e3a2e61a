import { Choice } from './actions';
import { draft, partial, pick } from './kernel/derive';
import { Id, Inside, Instant, Quantity, Text, Version } from './kernel/fields';

/** One thing a summit gives time to. When it starts follows from what comes before it. */
export class AgendaItem {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('What it is about') title: string;
  @Quantity('Minutes', { min: 1, max: 480 }) minutes: number;
  @Text('Who leads it', { nullable: true }) lead: string | null;
}

export class AgendaEntry extends AgendaItem {
  @Inside('Findings to discuss', () => Choice, { many: 50 }) findings: Choice[];
  @Instant('Begun', { nullable: true }) begunAt: string | null;
}

export class NewAgendaItem extends draft(pick(AgendaItem, 'title', 'minutes', 'lead')) {
  @Id('Findings to discuss', { many: 50 }) findingIds: string[];
}

export class AgendaItemEdit extends partial(pick(AgendaItem, 'title', 'minutes', 'lead')) {
  @Id('Findings to add', { many: 50, optional: true }) addFindings?: string[];
  @Id('Findings to remove', { many: 50, optional: true }) removeFindings?: string[];
  @Version() version: number;
}

/** The whole agenda in its new order: every item once. */
export class AgendaOrder {
  @Id('Items', { many: 100 }) ids: string[];
}
