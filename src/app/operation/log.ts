import pino from 'pino';
import type { Log, LogFields } from '../upkeep.ts';

export const LOG_FORMATS = ['json', 'text', 'off'] as const;
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

export interface LogOptions {
  readonly format: (typeof LOG_FORMATS)[number];
  /** By default "info" in JSON, which a program reads, and "warn" in text, which a person reads. */
  readonly level?: (typeof LOG_LEVELS)[number] | undefined;
  /** Where lines are written; by default standard error. */
  readonly write?: (line: string) => void;
}

/** A log as JSON, an object a line, or as text for people. */
export function createLog({
  format,
  level = format === 'json' ? 'info' : 'warn',
  write = (line) => process.stderr.write(line),
}: LogOptions): Log {
  const logger = pino(
    {
      level: format === 'off' ? 'silent' : level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      base: { pid: process.pid },
    },
    { write: (line: string) => write(format === 'text' ? asText(line) : line) },
  );
  return {
    debug: (event, fields = {}) => logger.debug(fields, event),
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, fields = {}) => logger.error(fields, event),
    fault: (event, error, fields = {}) =>
      logger.error({ ...fields, ...faultFields(error, logger.isLevelEnabled('debug')) }, event),
  };
}

/** What pino gives every line. */
interface Line extends LogFields {
  readonly time: string;
  readonly level: string;
  readonly msg: string;
}

function asText(json: string): string {
  const { time, level, msg, pid: _, at, ...fields }: Line = JSON.parse(json);
  const named = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
  const places = typeof at === 'string' ? at.split(' < ').map((place) => `\n    ${place}`) : [];
  return `${time} ${level} ${msg}${named.join('')}${places.join('')}\n`;
}

/** How many places of a stack are said. */
const MAX_PLACES = 12;
/** A line of a stack: what an error says, which may be of several lines, is not. */
const PLACE = /^\s+at .*:\d+:\d+\)?$/u;

function faultFields(error: unknown, withWords: boolean): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const places = (error.stack ?? '').split('\n').filter((line) => PLACE.test(line));
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(withWords ? { words: error.message } : {}),
    at: places
      .slice(0, MAX_PLACES)
      .map((line) => line.trim().replace(/^at /u, ''))
      .join(' < '),
  };
}
