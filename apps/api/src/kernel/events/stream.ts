import type { FastifyReply, FastifyRequest } from 'fastify';

/** Proxies and phones drop what is silent; the database is asked at the same time whether the listener still may listen. */
const HEARTBEAT_MS = 25_000;
/** Somebody who reads slower than this much waits in memory for is let go, and comes back where they were. */
const MOST_WAITING = 256 * 1024;

/** One open stream of server-sent events. What it says it says in whole events; it never waits for a slow reader. */
export class Stream {
  private readonly heart: NodeJS.Timeout;
  private readonly closed: (() => void)[] = [];
  private isOver = false;

  /** `still` refuses when the listener may listen no more. */
  constructor(
    private readonly reply: FastifyReply,
    still: () => Promise<unknown>,
  ) {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no', connection: 'keep-alive' });
    raw.write('retry: 1000\n\n');
    raw.on('close', () => this.over());
    raw.on('error', () => this.over());
    this.heart = setInterval(() => {
      this.send(': still here\n\n');
      still().catch(() => this.end());
    }, HEARTBEAT_MS).unref();
  }

  send(text: string): void {
    if (this.isOver || text === '') return;
    this.reply.raw.write(text);
    if (this.reply.raw.writableLength > MOST_WAITING) this.reply.raw.destroy();
  }

  end(last = ''): void {
    if (this.isOver) return;
    this.over();
    this.reply.raw.end(last);
  }

  whenClosed(then: () => void): void {
    if (this.isOver) then();
    else this.closed.push(then);
  }

  private over(): void {
    if (this.isOver) return;
    this.isOver = true;
    clearInterval(this.heart);
    for (const then of this.closed.splice(0)) then();
  }
}

/** Where a browser goes on: what it says it saw last, or where its screen was read. */
export function resumeAfter(request: FastifyRequest, after: number | undefined): number {
  const seen = Number(request.headers['last-event-id']);
  return Number.isSafeInteger(seen) && seen > 0 ? Math.max(seen, after ?? 0) : (after ?? 0);
}
