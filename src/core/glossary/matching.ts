import { primarySubtag } from '../text/language-tag.ts';
import type { StoredConcept, Term } from './concept.ts';

/** A term found in a text: `text.slice(start, end)`, in UTF-16 units. */
export interface TermHit {
  readonly start: number;
  readonly end: number;
  readonly concept: StoredConcept;
  readonly term: Term;
}

/** Finds the terms of one language in texts. */
export type TermMatcher = (text: string) => TermHit[];

/**
 * A matcher for all terms in `language` or a regional variety of it. Case,
 * accents, apostrophes, elided particles (l', d', qu') and plural endings do
 * not matter; acronyms must stand in capitals. The longest term wins.
 */
export function termMatcher(concepts: readonly StoredConcept[], language: string): TermMatcher {
  const root: Node = { next: new Map(), entries: [] };
  for (const concept of concepts) {
    for (const term of concept.terms) {
      if (primarySubtag(term.language) === primarySubtag(language)) insert(root, term, concept);
    }
  }
  return (text) => findAll(root, wordsOf(text), text);
}

interface Node {
  readonly next: Map<string, Node>;
  readonly entries: { term: Term; concept: StoredConcept }[];
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

function insert(root: Node, term: Term, concept: StoredConcept): void {
  let node = root;
  for (const { key } of wordsOf(term.text)) {
    let next = node.next.get(key);
    if (!next) {
      next = { next: new Map(), entries: [] };
      node.next.set(key, next);
    }
    node = next;
  }
  if (node !== root) node.entries.push({ term, concept });
}

function findAll(root: Node, words: readonly Word[], text: string): TermHit[] {
  const hits: TermHit[] = [];
  for (let at = 0; at < words.length; ) {
    const hit = longestAt(root, words, at, text);
    if (hit) hits.push(hit.hit);
    at = hit ? hit.after : at + 1;
  }
  return hits;
}

function longestAt(
  root: Node,
  words: readonly Word[],
  from: number,
  text: string,
): { hit: TermHit; after: number } | null {
  let best: { hit: TermHit; after: number } | null = null;
  let node: Node | undefined = root;
  for (let at = from; node && at < words.length; at++) {
    node = node.next.get(words[at]!.key);
    const [start, end] = [words[from]!.start, words[at]!.end];
    const entry = node?.entries.find(({ term }) => !isAcronym(term.text) || text.slice(start, end) === term.text);
    if (entry) best = { hit: { start, end, ...entry }, after: at + 1 };
  }
  return best;
}

const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}]+(?:[.](?=\p{Lu}\b)[\p{L}]+)*/gu;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const elided =
      /^[’'ʼ]\p{L}/u.test(text.slice(end, end + 2)) && /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu)$/iu.test(match[0]);
    const possessive = match[0] === 's' && /[’']/u.test(text.charAt(start - 1));
    if (!elided && !possessive) words.push({ start, end, key: keyOf(match[0]) });
  }
  return words;
}

/** A word as words are compared: folded, without a plural ending. */
function keyOf(word: string): string {
  const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gu, 'oe').replace(/æ/gu, 'ae');
  return folded.length > 3 ? folded.replace(/(?:s|x)$/u, '') : folded;
}

function isAcronym(text: string): boolean {
  return /^[\p{Lu}\d.&-]{2,6}$/u.test(text);
}
