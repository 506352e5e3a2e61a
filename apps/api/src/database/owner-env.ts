export interface OwnerEnv {
  /** Somebody who may create roles in that cluster. The server is never told. */
  readonly url: string;
  readonly passwords: { readonly api: string; readonly identity: string };
}

/** What the owner's commands are told from outside. */
export function readOwner(from: Readonly<Record<string, string | undefined>>): OwnerEnv {
  const needed = (name: string): string => {
    const value = from[name];
    if (!value) throw new Error(`${name} is not set. See docs/hosting.md.`);
    return value;
  };
  return { url: needed('DATABASE_URL'), passwords: { api: needed('API_PASSWORD'), identity: needed('IDENTITY_PASSWORD') } };
}
