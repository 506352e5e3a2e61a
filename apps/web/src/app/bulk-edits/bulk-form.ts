import { BulkChange, type BulkField, CalendarDate, check, type FieldRefusal, omit, OneOf, Quantity, type SlipReason, slipReasons, Text } from '@followthrough/contracts';
import { checkBulk } from '@followthrough/domain';
import { words } from '../words';

/** The change as one flat form: the fields of the move beside the others. Only what is picked is sent. */
export class BulkTyped extends omit(BulkChange, 'move') {
  @CalendarDate('To one day', { optional: true, hint: 'The same for all' }) dueOn?: string;
  @Quantity('Or by so many days', { optional: true, min: -3_650, max: 3_650, hint: 'Each from its own date; with a minus, earlier' }) byDays?: number;
  @OneOf('Why', slipReasons, { optional: true }) why?: SlipReason;
  @Text('Agreed by', { optional: true, hint: 'The person or board who agreed to it' }) agreedBy?: string;
  @Text('Note', { nullable: true, optional: true, max: 2_000, lines: true }) note?: string | null;
}

/** What can be changed, as the choice of fields says it. */
export const fieldLabels: Readonly<Record<BulkField, string>> = { ownerId: 'Owner', accountablePersonId: 'Accountable person', accountableOrganisationId: 'Accountable organisation', contributing: 'Contributing organisations', theme: 'Theme', priority: 'Priority', horizon: 'Horizon', restricted: 'Restricted texts', dueOn: 'Due date' };

const nothing: Readonly<Record<BulkField, string>> = { ownerId: 'nobody', accountablePersonId: 'nobody', accountableOrganisationId: 'none', contributing: 'none', theme: 'none', priority: 'none', horizon: 'none', restricted: 'none', dueOn: 'no date' };

/** One value of a step as people read it. */
export function valueSays(field: BulkField, values: readonly string[], day: (on: string) => string): string {
  const said = values.map((one) => {
    if (field === 'dueOn') return day(one);
    if (field === 'priority' || field === 'horizon') return (words[field] as Readonly<Record<string, string>>)[one] ?? one;
    return field === 'restricted' ? ((words.versionField as Readonly<Record<string, string>>)[one] ?? one) : one;
  });
  return said.join(', ') || nothing[field];
}

/** What the picked fields say. */
export function changeOf(typed: BulkTyped, picked: ReadonlySet<BulkField>): BulkChange {
  const has = <T>(field: BulkField, value: T): T | undefined => (picked.has(field) ? value : undefined);
  const change = {
    ownerId: has('ownerId', typed.ownerId ?? null),
    accountablePersonId: has('accountablePersonId', typed.accountablePersonId ?? null),
    accountableOrganisationId: has('accountableOrganisationId', typed.accountableOrganisationId ?? null),
    addContributing: has('contributing', typed.addContributing ?? []),
    removeContributing: has('contributing', typed.removeContributing ?? []),
    theme: has('theme', typed.theme ?? null),
    priority: has('priority', typed.priority ?? null),
    horizon: has('horizon', typed.horizon),
    restricted: has('restricted', typed.restricted ?? []),
    move: has('dueOn', { dueOn: typed.dueOn, byDays: typed.byDays, reason: typed.why, agreedBy: typed.agreedBy, note: typed.note ?? null }),
  };
  return JSON.parse(JSON.stringify(change)) as BulkChange;
}

const flat: Readonly<Record<string, string>> = { 'move.dueOn': 'dueOn', 'move.byDays': 'byDays', 'move.reason': 'why', 'move.agreedBy': 'agreedBy', 'move.note': 'note' };

/** Where a refusal of the change belongs in the flat form; one of the whole stays what it is. */
export const placed = (refusals: readonly FieldRefusal[]): readonly FieldRefusal[] =>
  refusals.map((one) => {
    const field = one.field.replace(/^change\./, '');
    return { ...one, field: flat[field] ?? field };
  });

/** What the contract and the rules refuse of the picked fields. */
export function wrong(typed: BulkTyped, picked: ReadonlySet<BulkField>): readonly FieldRefusal[] {
  const change = changeOf(typed, picked);
  const horizon = picked.has('horizon') && !typed.horizon ? [{ field: 'horizon', code: 'required' as const, message: 'Choose a horizon' }] : [];
  return [...horizon, ...placed(check(BulkChange, change).refusals ?? checkBulk(change))];
}
