import type { Translator } from '../../translator.ts';
import type { CheckLine } from '../line.ts';

/** A finding as an object for other programs: places as pairs of numbers, the reason in words. */
export function jsonItem(line: CheckLine, file: string | null, t: Translator['t']): Record<string, unknown> {
  const { at, reason, ...rest } = line;
  return {
    ...(file !== null && { file }),
    ...rest,
    sourceSpan: at.source && [at.source.start, at.source.end],
    targetSpan: at.target && [at.target.start, at.target.end],
    reason: reason && t(reason),
  };
}

export function reasonOf({ reason }: CheckLine, t: Translator['t']): string {
  return reason ? t(reason) : '';
}
