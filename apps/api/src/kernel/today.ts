import type { EntityManager } from 'typeorm';

/** The calendar day in London as the database has it, `YYYY-MM-DD`: an argument for the rules of the domain. */
export async function today(db: EntityManager): Promise<string> {
  const [row] = await db.query<{ today: string }[]>('select today()::text as today');
  if (!row) throw new Error('the database did not say what day it is');
  return row.today;
}
