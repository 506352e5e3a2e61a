interface DatabaseFault {
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly routine?: string;
}

/**
 * An error without what people typed: PostgreSQL quotes values in its messages, so of its errors only the code, the place
 * and the stack are kept.
 */
export function fault(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { kind: typeof thrown };
  const database = ((thrown as { driverError?: unknown }).driverError ?? thrown) as DatabaseFault;
  const stack = (thrown.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).map((line) => line.trim());
  const isDatabases = typeof database.code === 'string' && /^[0-9A-Z]{5}$/.test(database.code);
  return isDatabases
    ? { kind: thrown.name, sqlstate: database.code, table: database.table, constraint: database.constraint, routine: database.routine, stack }
    : { kind: thrown.name, message: thrown.message, stack };
}
