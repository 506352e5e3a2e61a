import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';

/** Figures for Prometheus: requests by route and status, how long they took, and the database connections. */
export interface Metrics {
  readonly contentType: string;
  answered(method: string, route: string, status: number, seconds: number): void;
  text(): Promise<string>;
  close(): void;
}

export function makeMetrics(pool: Pool): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({ name: 'followthrough_requests_total', help: 'Requests answered, by route and status', labelNames, registers: [registry] });
  const durations = new Histogram({ name: 'followthrough_request_seconds', help: 'From the request’s arrival to its answer, in seconds', labelNames: ['method', 'route'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [registry] });
  new Gauge({
    name: 'followthrough_database_connections',
    help: 'Connections to the database, and requests that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'awaited' }, pool.waitingCount);
    },
  });
  return {
    contentType: registry.contentType,
    answered: (method, route, status, seconds) => {
      requests.labels(method, route, String(status)).inc();
      durations.labels(method, route).observe(seconds);
    },
    text: () => registry.metrics(),
    close: () => registry.clear(),
  };
}
