import type { FastifyReply, FastifyRequest } from 'fastify';

/** Somebody who reads slower than this much waits in memory for is let go, and comes back where they were. */
const MOST_WAITING = 256 * 1024;

/** One open stream of server-sent events. What it says it says in whole events; it never waits for a slow reader. */
export class Stream {
  private readonly heart: NodeJS.Timeout;
  private readonly closed: (() => void)[] = [];
  private isOver = false;

  /**
   * @param still refuses when the listener may listen no more
   * @param heartbeatMs proxies and phones drop what is silent for longer; `still` is asked at the same time
   */
  constructor(
    private readonly reply: FastifyReply,
    still: () => Promise<unknown>,
    heartbeatMs: number,
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
    }, heartbeatMs).unref();
  }

  send(text: string): void {
    if (this.isOver || text === '') return;
    this.reply.raw.write(text);
    if (this.reply.raw.writableLength <= MOST_WAITING) return;
    this.over();
    this.reply.raw.destroy();
  }

  /** Waits until the connection has taken what was said, or is over; false when it is over. */
  async taken(): Promise<boolean> {
    const { raw } = this.reply;
    if (!this.isOver && raw.writableNeedDrain)
      await new Promise<void>((resolve) => {
        raw.once('drain', resolve);
        this.whenClosed(resolve);
      });
    return !this.isOver;
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
