import type { ClientBase } from 'pg';
import { openLocality } from '../locality';

const PLACES = [
  { slug: 'northmoor', name: 'Northmoor' },
  { slug: 'eastvale', name: 'Eastvale' },
  { slug: 'harbourside', name: 'Harbourside' },
] as const;

/** Three localities that do not exist, each made once. */
export async function makeDemo(owner: ClientBase): Promise<void> {
  for (const place of PLACES) {
    const { rowCount } = await owner.query('select from locality where slug = $1', [place.slug]);
    if (rowCount) continue;
    await owner.query('begin');
    await openLocality(owner, { ...place, isDemo: true });
    await owner.query('commit');
  }
}
