import { SIDES } from '../bitext/bitext.ts';
import { type Message, msg } from '../message.ts';
import { Problem } from '../problem.ts';
import { CHECK_CODES, type CheckCode } from './line.ts';
import { type CheckPattern, checkedPattern, type PatternSearch } from './pattern.ts';
import { CHECK_SEVERITIES, type CheckSeverity } from './row-finding.ts';

/** How much the findings of a check matter, or that it is not made. */
export const CHECK_LEVELS = ['off', ...CHECK_SEVERITIES] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

/** Which checks are made and how much their findings matter, with patterns of one's own. */
export interface CheckProfile {
  readonly name: string;
  /** What is not named matters as the check itself says. */
  readonly levels: Readonly<Partial<Record<CheckCode, CheckLevel>>>;
  readonly patterns: readonly CheckPattern[];
}

/** All checks, as they are. */
export const DEFAULT_PROFILE: CheckProfile = { name: '', levels: {}, patterns: [] };

/** How much a finding matters by a profile; null where its check is off. */
export function severityIn(
  { levels }: Pick<CheckProfile, 'levels'>,
  code: string,
  own: CheckSeverity,
): CheckSeverity | null {
  const level = isCode(code) ? levels[code] : undefined;
  return level === 'off' ? null : (level ?? own);
}

/** The version of the form in which profiles are written. */
const VERSION = 1;

/** A profile as a file: JSON that `readProfile` reads. */
export function writeProfile({ name, levels, patterns }: CheckProfile): string {
  return `${JSON.stringify({ visavisChecks: VERSION, name, levels, patterns }, null, 2)}\n`;
}

/**
 * Reads a profile.
 * @param from the name of the file, by which problems call it
 * @throws Problem `unreadable-file` where it is none, `bad-input` where a check, a level or a pattern in it is none
 */
export function readProfile(text: string, from: string): CheckProfile {
  const value = jsonOf(text);
  if (!isRecord(value) || value['visavisChecks'] === undefined)
    throw notOne(from, msg('It is not a profile of checks.'));
  if (value['visavisChecks'] !== VERSION) throw notOne(from, msg('It is of another version of the program.'));
  const { name, levels = {}, patterns = [] } = value;
  if (typeof name !== 'string') throw notOne(from, msg('It has no name.'));
  if (!isRecord(levels) || !Array.isArray(patterns)) throw notOne(from, msg('It is not a profile of checks.'));
  return { name, levels: levelsIn(levels, from), patterns: patterns.map((one) => patternIn(one, from)) };
}

function levelsIn(levels: Readonly<Record<string, unknown>>, from: string): CheckProfile['levels'] {
  const read: Partial<Record<CheckCode, CheckLevel>> = {};
  for (const [code, given] of Object.entries(levels)) {
    const level = CHECK_LEVELS.find((one) => one === given);
    if (!isCode(code)) throw unknown(from, msg('There is no check “{code}”.', { code }));
    if (!level)
      throw unknown(from, msg('“{level}” is no level of the check “{code}”.', { level: String(given), code }));
    read[code] = level;
  }
  return read;
}

function unknown(from: string, detail: Message): Problem {
  return new Problem(
    'bad-input',
    msg('The profile {name} cannot be used.', { name: from }),
    detail,
    msg('Checks: {codes}. Levels: {levels}.', { codes: CHECK_CODES, levels: CHECK_LEVELS }),
  );
}

function patternIn(value: unknown, from: string): CheckPattern {
  const broken = () => notOne(from, msg('One of its patterns is not complete.'));
  if (!isRecord(value)) throw broken();
  const { name, isOn = true, searches } = value;
  const severity = CHECK_SEVERITIES.find((one) => one === value['severity']);
  if (typeof name !== 'string' || typeof isOn !== 'boolean' || !severity || !Array.isArray(searches)) throw broken();
  return checkedPattern({ name, isOn, severity, searches: searches.map((one) => searchIn(one) ?? raise(broken())) });
}

function searchIn(value: unknown): PatternSearch | null {
  if (!isRecord(value)) return null;
  const { expression, matchCase = false, absent = false } = value;
  const side = SIDES.find((one) => one === value['side']);
  if (!side || typeof expression !== 'string' || typeof matchCase !== 'boolean' || typeof absent !== 'boolean')
    return null;
  return { side, expression, matchCase, absent };
}

function raise(problem: Problem): never {
  throw problem;
}

function notOne(from: string, detail: Message): Problem {
  return new Problem(
    'unreadable-file',
    msg('{name} cannot be read as a profile of checks.', { name: from }),
    detail,
    'Export a profile on the page “Checks” and use that file.',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCode(code: string): code is CheckCode {
  return CHECK_CODES.some((one) => one === code);
}
