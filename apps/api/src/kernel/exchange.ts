import pg, { type PoolClient, type QueryConfig, type QueryResult } from 'pg';

/** What of `pg`'s own query we lean on: it is made to be extended, though its types do not say how. */
interface Sent {
  name: string;
  text: string;
  readonly _result: QueryResult;
  _getRows(connection: Wire): void;
  requiresPreparation(): boolean;
  prepare(connection: Wire): void;
  handleRowDescription(said: unknown): void;
  handleDataRow(said: unknown): void;
  handleCommandComplete(said: unknown, connection: Wire): void;
  handleError(error: Error, connection: Wire): void;
  submit(connection: Wire): Error | null;
}

interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  readonly submittedNamedStatements: Record<string, string>;
  execute(which: { readonly portal: string }): void;
}

const Query = pg.Query as unknown as new (config: QueryConfig, values: undefined, callback: (error: Error | null, result?: QueryResult) => void) => Sent;

/**
 * Two statements with a single Sync behind them: one packet there, one back, and PostgreSQL makes them one transaction
 * without being told to begin and commit. That is most of what a cheap read costs beside its statement.
 */
class Exchange extends Query {
  private readonly door: Sent;
  private readonly own: { readonly name: string; readonly text: string };
  private at: 'door' | 'statement';

  constructor(door: QueryConfig, statement: QueryConfig, answered: (error: Error | null, result?: QueryResult) => void) {
    super(statement, undefined, answered);
    this.at = 'statement';
    this.door = new Query(door, undefined, () => undefined);
    this.door._getRows = (wire) => wire.execute({ portal: '' });
    this.own = { name: this.name, text: this.text };
  }

  /** The client remembers what was parsed by the name of the query it is answering: that of whichever half it has come to. */
  private turn(to: 'door' | 'statement'): void {
    this.at = to;
    ({ name: this.name, text: this.text } = to === 'door' ? this.door : this.own);
  }

  get entered(): QueryResult {
    return this.door._result;
  }

  /** Always: a simple query has no Sync, and would leave the door's transaction open for whoever has the connection next. */
  override requiresPreparation(): boolean {
    return true;
  }

  override submit(wire: Wire): Error | null {
    wire.stream.cork();
    try {
      this.door.prepare(wire);
      return super.submit(wire);
    } finally {
      wire.stream.uncork();
      this.turn('door');
    }
  }

  override handleRowDescription(said: unknown): void {
    if (this.at === 'door') this.door.handleRowDescription(said);
    else super.handleRowDescription(said);
  }

  override handleDataRow(said: unknown): void {
    if (this.at === 'door') this.door.handleDataRow(said);
    else super.handleDataRow(said);
  }

  override handleCommandComplete(said: unknown, wire: Wire): void {
    if (this.at === 'statement') return super.handleCommandComplete(said, wire);
    this.door.handleCommandComplete(said, wire);
    this.turn('statement');
  }

  override handleError(error: Error, wire: Wire): void {
    // Where the door stays shut the statement is not even parsed.
    if (this.at === 'door') {
      this.turn('statement');
      Reflect.deleteProperty(wire.submittedNamedStatements, this.name);
    }
    super.handleError(error, wire);
  }
}

export interface Exchanged<Door, Row> {
  /** None where the door stayed shut. */
  readonly entered: readonly Door[];
  readonly rows: Row[];
  /** Why one of the two failed; the first failure is the cause. */
  readonly failed?: unknown;
}

/** Passes the door and asks the statement in one transaction that can only read. Never rejects: what failed is in the answer. */
export function exchange<Door extends object, Row extends object>(client: PoolClient, door: QueryConfig, statement: QueryConfig): Promise<Exchanged<Door, Row>> {
  const toRead = { ...door, name: `${door.name}.read`, text: `select d.*, set_config('transaction_read_only', 'on', true) from (${door.text}) d` };
  return new Promise((resolve) => {
    const both = new Exchange(toRead, statement, (error, result) => resolve({ entered: both.entered.rows as Door[], rows: (result?.rows ?? []) as Row[], ...(error ? { failed: error } : {}) }));
    client.query(both as never);
  });
}
