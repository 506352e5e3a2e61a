import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AwsClient } from 'aws4fetch';

/**
 * Where the bytes of attached files lie when PostgreSQL does not hold them. A key is a locality's short name and the SHA-256
 * of the bytes, so putting the same twice is putting it once, and nothing that people type is part of it.
 */
export interface Store {
  /** Throws when the bytes may not have arrived. */
  put(key: string, content: Buffer): Promise<void>;
  /** Null when there is nothing under that key; throws when the store does not answer. */
  get(key: string): Promise<Buffer | null>;
}

/** A store that takes longer has not answered. In milliseconds. */
const PATIENCE = 30_000;

/** `file:///a/folder`, or `https://KEY:SECRET@host/bucket?region=eu-west-2` for whatever speaks S3. Throws for anything else. */
export function storeAt(told: string): Store {
  const url = URL.canParse(told) ? new URL(told) : null;
  if (url?.protocol === 'file:') return inFolder(fileURLToPath(url));
  if (url && /^https?:$/.test(url.protocol) && url.username && url.password && /^\/[^/]+\/?$/.test(url.pathname)) return inBucket(url);
  throw new Error('FILE_STORE must be file:///a/folder or https://KEY:SECRET@host/bucket?region=…. See docs/hosting.md.');
}

function inFolder(folder: string): Store {
  return {
    async put(key, content) {
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true });
      // Whoever reads it finds all of it or nothing.
      const part = `${path}.${process.pid}.${performance.now()}`;
      await writeFile(part, content, { flush: true });
      await rename(part, path);
    },
    async get(key) {
      try {
        return await readFile(join(folder, key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}

function inBucket(url: URL): Store {
  const client = new AwsClient({ accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password), service: 's3', region: url.searchParams.get('region') ?? 'us-east-1', retries: 2 });
  const ask = async (key: string, more: RequestInit): Promise<Response> => client.fetch(`${url.origin}${url.pathname.replace(/\/$/, '')}/${key}`, { ...more, signal: AbortSignal.timeout(PATIENCE) });
  return {
    async put(key, content) {
      // Named and signed, the digest lets the store refuse bytes that changed on their way.
      const answer = await ask(key, { method: 'PUT', body: new Uint8Array(content), headers: { 'x-amz-content-sha256': key.split('/').at(-1) ?? '' } });
      if (!answer.ok) throw new Error(`The store of files answered ${answer.status}`);
    },
    async get(key) {
      const answer = await ask(key, { method: 'GET' });
      if (answer.status === 404) return null;
      if (!answer.ok) throw new Error(`The store of files answered ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
