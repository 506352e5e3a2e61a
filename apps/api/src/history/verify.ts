import type { ClientBase } from 'pg';

interface Verified {
  readonly slug: string;
  readonly seals: string;
  readonly broken: readonly string[];
  readonly unsealed: string;
}

const VERIFY = `select coalesce(l.slug, v.locality_id::text) as slug, v.seals, v.broken::text[] as broken, v.unsealed
  from kernel.verify_seals() v left join locality l on l.id = v.locality_id order by 1`;

/** Computes every seal of the history again, as the owner: a line for each locality, and whether all is as it was sealed. */
export async function verifySeals(owner: ClientBase): Promise<{ readonly lines: readonly string[]; readonly isWhole: boolean }> {
  const { rows } = await owner.query<Verified>(VERIFY);
  return {
    lines: rows.map(({ slug, seals, broken, unsealed }) => `${slug}: ${broken.length > 0 ? `BROKEN ${broken.map((number) => `seal ${number}`).join(', ')} of ${seals}` : `all ${seals} seals match`}; ${unsealed} rows wait for a seal`),
    isWhole: rows.every(({ broken }) => broken.length === 0),
  };
}
