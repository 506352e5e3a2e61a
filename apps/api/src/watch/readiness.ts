import type { DataSource } from 'typeorm';
import { migrations } from '../database/migrations';

/** Whether this process can serve: the database answers, and is as this build expects it. */
export async function readiness(source: DataSource): Promise<{ readonly isReady: boolean; readonly database: 'answers' | 'silent'; readonly migrations: 'current' | 'behind' | 'unknown' }> {
  try {
    const [row] = await source.query<{ latest: string | null }[]>('select kernel.latest_migration() as latest');
    // A newer schema than ours is fine: it is how a new version is rolled out beside the old one.
    const isCurrent = (row?.latest ?? '') >= stamp(migrations.at(-1)?.name ?? '');
    return { isReady: isCurrent, database: 'answers', migrations: isCurrent ? 'current' : 'behind' };
  } catch {
    return { isReady: false, database: 'silent', migrations: 'unknown' };
  }
}

/** `Kernel1763700000001` → `1763700000001`. */
const stamp = (name: string): string => /\d+$/.exec(name)?.[0] ?? '';
