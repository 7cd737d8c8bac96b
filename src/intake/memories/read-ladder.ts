import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/**
 * Reads hunalign's ladder: a rung a line, `source place<tab>target place<tab>score`;
 * a bead is what lies between two rungs.
 * @throws Problem `bad-input` with the line
 */
export function parseLadder(text: string, name: string): (readonly [number[], number[]])[] {
  const rungs = text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .flatMap((line, i): [number, number][] => {
      if (!line.trim()) return [];
      const [source, target] = line.split('\t', 2).map(Number);
      if (!isPlace(source) || !isPlace(target)) {
        throw new Problem(
          'bad-input',
          msg('{name}, line {line}: not a rung of a ladder.', { name, line: String(i + 1) }),
          msg('It reads “{line}”.', { line: line.slice(0, 60) }),
          'A rung is two numbers and a score, separated by tabs.',
        );
      }
      return [[source, target]];
    });
  const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
  return rungs.slice(1).flatMap(([source, target], i) => {
    const [from, to] = rungs[i]!;
    const bead = [range(from, source), range(to, target)] as const;
    return bead[0].length + bead[1].length > 0 ? [bead] : [];
  });
}

/** No text has nearly as many segments. */
const MAX_SEGMENTS = 10_000_000;

function isPlace(number: number | undefined): number is number {
  return Number.isInteger(number) && number! >= 0 && number! <= MAX_SEGMENTS;
}
