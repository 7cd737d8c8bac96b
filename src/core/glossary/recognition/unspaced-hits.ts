import { segmenterFor } from '../../align/model/tokens.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { UNSPACED_LETTERS } from '../../text/unspaced.ts';
import type { AnyConcept } from '../concept.ts';
import type { TermHit } from '../hits.ts';

const RUN = new RegExp(`[${UNSPACED_LETTERS}]+`, 'gu');

const UNSPACED = new RegExp(`^[${UNSPACED_LETTERS}]+$`, 'u');

/** What a letter of a word counts, what every word costs, what a term counts more, and letters alone. */
const LETTER = 1.4;
const WORD_COST = 0.5;
const TERM_BONUS = 0.1;
const ONE_LETTER = 0.1;
/** What a word or term counts more that the segmenter sees in the whole run. */
const SEEN = 0.3;
const UNKNOWN_LETTER = -0.3;

interface Arc<C extends AnyConcept> {
  readonly end: number;
  readonly value: number;
  readonly hit: TermHit<C> | null;
}

/**
 * Of all places where terms may stand in a text without spaces those on the likeliest way to cut it into words, so that
 * none straddles two of them: 北约 is not in 河北约有.
 */
export function likeliestHits<C extends AnyConcept>(
  all: readonly TermHit<C>[],
  text: string,
  pack: LanguagePack,
): TermHit<C>[] {
  if (all.length === 0) return [];
  const arcs = new Map<number, Arc<C>[]>();
  const add = (start: number, arc: Arc<C>) => {
    const list = arcs.get(start);
    if (list) list.push(arc);
    else arcs.set(start, [arc]);
  };
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const within = all.filter(({ start, end }) => start >= index && end <= index + run.length);
    if (within.length === 0) continue;
    const boundaries = new Set([index]);
    for (const { segment, index: at } of segmenterFor(pack.language).segment(run)) {
      const [start, end] = [index + at, index + at + segment.length];
      boundaries.add(end);
      if (segment.length > 1) add(start, { end, value: wordValue(segment.length) + SEEN, hit: null });
    }
    for (const hit of within) {
      const seen = boundaries.has(hit.start) && boundaries.has(hit.end) ? SEEN : 0;
      add(hit.start, { end: hit.end, value: wordValue(hit.end - hit.start) + TERM_BONUS + seen, hit });
    }
    // A term may end where the segmenter sees no boundary: what it sees behind and before the term counts as well.
    const cuts = new Set([0, ...within.flatMap(({ start, end }) => [start - index, end - index])]);
    for (const cut of cuts) {
      for (const [from, part] of [
        [cut, run.slice(cut)],
        [0, run.slice(0, cut)],
      ] as const) {
        for (const { segment, index: at } of segmenterFor(pack.language).segment(part)) {
          const start = index + from + at;
          add(start, { end: start + segment.length, value: wordValue(segment.length), hit: null });
        }
      }
    }
  }
  for (const hit of all.filter(({ start, end }) => !isUnspaced(text.slice(start, end)))) {
    add(hit.start, { end: hit.end, value: LETTER * (hit.end - hit.start) - WORD_COST + TERM_BONUS, hit });
  }
  return bestPath(arcs, text.length);
}

function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

function wordValue(length: number): number {
  return length === 1 ? ONE_LETTER : LETTER * length - WORD_COST;
}

function bestPath<C extends AnyConcept>(arcs: ReadonlyMap<number, readonly Arc<C>[]>, length: number): TermHit<C>[] {
  const best: { value: number; from: number; hit: TermHit<C> | null }[] = [{ value: 0, from: -1, hit: null }];
  const reach = (end: number, value: number, from: number, hit: TermHit<C> | null) => {
    if (value > (best[end]?.value ?? Number.NEGATIVE_INFINITY)) best[end] = { value, from, hit };
  };
  for (let at = 0; at < length; at += 1) {
    const before = best[at]!.value;
    reach(at + 1, before + UNKNOWN_LETTER, at, null);
    for (const { end, value, hit } of arcs.get(at) ?? []) reach(end, before + value, at, hit);
  }
  const hits: TermHit<C>[] = [];
  for (let end = length; end > 0; end = best[end]!.from) {
    const { hit } = best[end]!;
    if (hit) hits.unshift(hit);
  }
  return hits;
}
