/** What the steps ask of the database: the statements of one transaction, which the server sends for them. */
export interface Db {
  query<T = unknown>(sql: string, values?: readonly unknown[]): Promise<T>;
}

/** How far a step has come, in per cent, for whoever waits. */
export type Told = (percent: number) => Promise<void>;

/** What a step works with, wherever it runs. */
export interface Link {
  readonly db: Db;
  readonly told: Told;
}
