/** Where the server's `Env` is found by those who need it. */
export const ENV = Symbol('env');

/** What the server is told from outside. Read once, checked, and complete before anything starts. */
export interface Env {
  /** The API's own role. */
  readonly databaseUrl: string;
  /** The identity library's role. */
  readonly identityUrl: string;
  readonly secret: string;
  readonly host: string;
  readonly port: number;
  /** The address people use, without a slash at its end. */
  readonly publicUrl: string;
  /** Proxies whose word about the caller's address is taken: addresses and ranges with commas between, or `loopback`. */
  readonly trustProxy: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Demo accounts and the outbox are shown. Only ever on loopback. */
  readonly demo: boolean;
  /** Folder of the built web app; none in tests of the API alone. */
  readonly webRoot: string | null;
  readonly logLevel: string;
  /** Statements that take longer are logged. */
  readonly slowQueryMs: number;
  /** An open stream says so often that it is still there, and asks whether its listener still may listen. */
  readonly heartbeatMs: number;
  /** Who knows it may read the metrics from elsewhere; null: this machine alone may. */
  readonly metricsToken: string | null;
  /** What looks for viruses in attached files: `clamd:HOST:PORT`, `clamd:/PATH`, or a command that reads the file; null: nothing does. */
  readonly virusScan: string | null;
  /** Where attached files are kept: `file:///a/folder`, or `https://KEY:SECRET@host/bucket?region=…` for a store that speaks S3; null: in PostgreSQL. */
  readonly fileStore: string | null;
}

export function readEnv(from: Readonly<Record<string, string | undefined>>): Env {
  const needed = (name: string): string => {
    const value = from[name];
    if (!value) throw new Error(`${name} is not set. See docs/hosting.md.`);
    return value;
  };
  const secret = needed('FOLLOWTHROUGH_SECRET');
  if (secret.length < 32) throw new Error('FOLLOWTHROUGH_SECRET must be 32 characters or more.');
  const host = from['HOST'] ?? '127.0.0.1';
  const port = Number(from['PORT'] ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a port number.');
  const demo = from['FOLLOWTHROUGH_DEMO'] === 'on';
  if (demo && !['127.0.0.1', '::1', 'localhost'].includes(host)) throw new Error('Demo accounts exist only when serving on loopback: unset FOLLOWTHROUGH_DEMO or HOST.');
  return {
    databaseUrl: needed('API_DATABASE_URL'),
    identityUrl: needed('IDENTITY_DATABASE_URL'),
    secret,
    host,
    port,
    publicUrl: (from['PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    trustProxy: from['TRUST_PROXY'] || null,
    smtpUrl: from['SMTP_URL'] || null,
    mailFrom: from['MAIL_FROM'] ?? 'Followthrough <no-reply@followthrough.example>',
    demo,
    webRoot: from['WEB_ROOT'] ?? null,
    logLevel: from['LOG_LEVEL'] ?? 'info',
    slowQueryMs: Number(from['SLOW_QUERY_MS'] ?? 500) || 500,
    heartbeatMs: (Number(from['STREAM_HEARTBEAT_S'] ?? 25) || 25) * 1_000,
    metricsToken: from['METRICS_TOKEN'] ?? null,
    virusScan: from['VIRUS_SCAN'] || null,
    fileStore: from['FILE_STORE'] || null,
  };
}
