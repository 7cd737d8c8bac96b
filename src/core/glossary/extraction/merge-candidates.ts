import { ownCopy } from '../../own-copy.ts';
import type { Candidate } from '../candidates.ts';
import { isOneSlip } from '../one-slip.ts';
import { withoutAcronyms } from './acronyms.ts';

/** Candidates of one part of a long text after another, those for the same two terms as one. */
export interface CandidateMerger {
  add(one: Candidate): void;
  /** All of them, best first. */
  merged(): Candidate[];
}

/**
 * Makes one of what stands for the same two terms, in the order of the beads: each time that it is shown makes it surer.
 * So the parts of a long bitext may be looked through one after another, and nothing is kept of what has been made one.
 */
export function candidateMerger(): CandidateMerger {
  const found = new Map<string, Candidate>();
  return {
    add(one) {
      const key = `${one.source.toLowerCase()}\t${one.target.toLowerCase()}`;
      const before = found.get(key);
      found.set(
        key,
        before
          ? { ...one, ...before, ...told(before, one), score: 1 - (1 - before.score) * (1 - one.score) }
          : { ...one, source: ownCopy(one.source), target: ownCopy(one.target) },
      );
    },
    merged: () =>
      withoutParts(withoutAcronyms([...found.values()])).sort(
        (a, b) => b.score - a.score || b.count - a.count || a.bead - b.bead,
      ),
  };
}

/** The same of candidates that are there already. */
export function mergeCandidates(list: Iterable<Candidate>): Candidate[] {
  const merger = candidateMerger();
  for (const one of list) merger.add(one);
  return merger.merged();
}

/** What one of two tells that the other does not, and how often both stand. */
function told(before: Candidate, one: Candidate): Pick<Candidate, 'count' | 'gender' | 'acronyms'> {
  const gender = before.gender ?? one.gender;
  const acronyms = before.acronyms || one.acronyms ? { ...one.acronyms, ...before.acronyms } : undefined;
  return { count: before.count + one.count, ...(gender && { gender }), ...(acronyms && { acronyms }) };
}

/** Leaves out a name that is part of a longer one with as many words less on both sides: "Lavrov" beside "Sergey Lavrov". */
function withoutParts(all: readonly Candidate[]): Candidate[] {
  const wordsOf = (text: string) => text.toLowerCase().split(/[ \u00a0-]/u);
  const bySourceWord = new Map<string, Candidate[]>();
  for (const one of all) {
    for (const word of new Set(wordsOf(one.source))) {
      const list = bySourceWord.get(word);
      if (list) list.push(one);
      else bySourceWord.set(word, [one]);
    }
  }
  return all.filter(({ kind, source, target }) => {
    // A body within the name of another is one of its own: the Senate and its committee.
    if (kind === 'organisation' || kind === 'role') return true;
    const word = target.toLowerCase();
    const isWhole = (other: Candidate) =>
      source.length < other.source.length &&
      target.length < other.target.length &&
      wordsOf(other.target).some((part) => part === word || isMisspelt(part, word));
    return !bySourceWord.get(source.toLowerCase())?.some(isWhole);
  });
}

/** Whether a name alone is another one with a slip: an entry is no place for it. */
function isMisspelt(name: string, word: string): boolean {
  return Math.min(name.length, word.length) >= 5 && isOneSlip(name, word);
}
