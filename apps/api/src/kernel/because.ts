/** Why this transaction changes what it changes: the audit keeps it beside every row from here on. */
export async function because(db: { query(sql: string, values: unknown[]): Promise<unknown> }, reason: string): Promise<void> {
  await db.query(`select set_config('app.reason', $1, true)`, [reason.slice(0, 1_000)]);
}
