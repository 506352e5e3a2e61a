import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { fault } from '../kernel/fault';

/**
 * Structured logs, one JSON object a line, for machines to collect. They name requests by id and route, never by
 * address, and hold no body, no query value, no name and no e-mail address.
 */
export type Log = Pick<LoggerService, 'log' | 'warn' | 'error' | 'debug'>;

export function makeLog(level: string, stream: NodeJS.WritableStream = process.stdout): Log {
  const out = pino({ level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"`, formatters: { level: (label) => ({ level: label }) } }, stream);
  const say = (at: 'debug' | 'info' | 'warn' | 'error') => (said: unknown, ...more: unknown[]) => {
    const context = more.at(-1);
    out[at === 'info' && CHATTER.has(String(context)) ? 'debug' : at]({ ...(typeof context === 'string' ? { from: context } : {}), ...asFields(said) });
  };
  return { debug: say('debug'), log: say('info'), warn: say('warn'), error: say('error') };
}

/** Parts of the framework that name every module and route at each start. */
const CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

function asFields(said: unknown): Record<string, unknown> {
  if (said instanceof Error) return { error: fault(said) };
  if (typeof said === 'object' && said !== null) return said as Record<string, unknown>;
  return { msg: String(said) };
}
