import { msg } from '../message.ts';
import { Problem } from '../problem.ts';

/** A bead of line numbers, as gold alignments have them. */
export type IndexBead = readonly [source: readonly number[], target: readonly number[]];

/** Precision, recall and F1: `strict` counts beads that are right exactly, `lax` also those that share a pair of segments. */
export interface Evaluation {
  readonly strict: Score;
  readonly lax: Score;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Scores alignments against gold ones, all pairs of files together, as in the
 * Vecalign paper (Thompson and Koehn 2019): precision over all proposed beads,
 * one-sided ones included, recall over gold beads with both sides filled.
 */
export function evaluate(pairs: readonly { gold: readonly IndexBead[]; proposed: readonly IndexBead[] }[]): Evaluation {
  const precision = new Tally();
  const recall = new Tally();
  for (const { gold, proposed } of pairs) {
    precision.add(proposed.filter(notEmpty), gold.filter(notEmpty));
    recall.add(gold.filter(filled), proposed.filter(filled));
  }
  return {
    strict: scoreOf(precision.strict(), recall.strict()),
    lax: scoreOf(precision.lax(), recall.lax()),
  };
}

/**
 * Reads beads from text, one a line: `[0, 1]:[2]`, with anything behind a
 * further colon ignored.
 * @throws Problem `bad-input` with the line number where a line is not a bead
 */
export function parseBeads(text: string, name: string): IndexBead[] {
  return text.split('\n').flatMap((line, i): IndexBead[] => {
    if (!line.trim()) return [];
    const match = /^\s*\[([\d\s,]*)\]\s*:\s*\[([\d\s,]*)\]/u.exec(line);
    if (!match) {
      throw new Problem(
        'bad-input',
        msg('{name}, line {line} is not a bead.', { name, line: String(i + 1) }),
        msg('It reads “{line}”.', { line: line.trim().slice(0, 60) }),
        'A bead looks like [0, 1]:[2].',
      );
    }
    return [[idsIn(match[1] ?? ''), idsIn(match[2] ?? '')]];
  });
}

class Tally {
  private counted = 0;
  private exact = 0;
  private touching = 0;

  /** Counts each distinct bead of `tested` that is, or touches, one of `reference`. */
  add(tested: readonly IndexBead[], reference: readonly IndexBead[]): void {
    const known = new Set(reference.map(keyOf));
    const linked = new Set(reference.flatMap(linksOf));
    for (const [key, bead] of new Map(tested.map((bead) => [keyOf(bead), bead]))) {
      this.counted += 1;
      if (known.has(key)) this.exact += 1;
      if (known.has(key) || linksOf(bead).some((link) => linked.has(link))) this.touching += 1;
    }
  }

  strict(): number {
    return this.counted ? this.exact / this.counted : 0;
  }

  lax(): number {
    return this.counted ? this.touching / this.counted : 0;
  }
}

function scoreOf(precision: number, recall: number): Score {
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

function idsIn(list: string): number[] {
  return list
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
    .map(Number);
}

function keyOf([source, target]: IndexBead): string {
  return `${source.join(' ')}|${target.join(' ')}`;
}

function linksOf([source, target]: IndexBead): string[] {
  return source.flatMap((i) => target.map((j) => `${i} ${j}`));
}

function notEmpty([source, target]: IndexBead): boolean {
  return source.length + target.length > 0;
}

function filled([source, target]: IndexBead): boolean {
  return source.length > 0 && target.length > 0;
}
