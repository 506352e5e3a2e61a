import { checkEarly } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { refuse } from '../kernel/refusal';

/** An action that answers findings whose partners were asked and have not agreed says why it does not wait. The link keeps the reason, by trigger. */
export async function explainEarly(db: EntityManager, findingIds: readonly string[] | undefined, reason: string | null | undefined): Promise<void> {
  if (!findingIds?.length || reason) return;
  const early = await db.query<{ ref: string }[]>('select f.ref from finding f where f.id = any ($1::uuid[]) and awaits_agreement(f.id) order by f.ref', [findingIds]);
  refuse(checkEarly(early.map(({ ref }) => ref), reason));
}
