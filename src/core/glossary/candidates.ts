import type { AlignSide, IndexBead } from '../align/alignment.ts';
import { linkedWords } from '../align/explain/explain.ts';
import type { WordLink } from '../align/explain/explain-links.ts';
import type { Lexicon } from '../align/model/lexicon.ts';
import type { Side } from '../bitext/bitext.ts';
import type { AnyConcept, ConceptKind } from './concept.ts';
import { acronymsOf } from './extraction/acronyms.ts';
import { beadNames } from './extraction/bead-names.ts';
import { knownPairs, settled } from './extraction/known-pairs.ts';
import { mergeCandidates } from './extraction/merge-candidates.ts';
import { beadPeople } from './extraction/people.ts';
import { type TermMatcher, termMatcher } from './matching.ts';

/** An entry that a glossary might have: what stands for one thing on both sides of aligned texts. */
export interface Candidate {
  readonly kind: ConceptKind;
  /** Both as a dictionary would have them. */
  readonly source: string;
  readonly target: string;
  /** From 0 to 1, the more beads show it the surer. */
  readonly score: number;
  /** Beads in which both stand. */
  readonly count: number;
  /** The first of these beads. */
  readonly bead: number;
  /** Of a person, or of a post as it is written here. */
  readonly gender?: 'masculine' | 'feminine';
  /** What stands in brackets behind the name. */
  readonly acronyms?: Readonly<Partial<Record<Side, string>>>;
}

export interface CandidateOptions {
  readonly lexicon?: Lexicon;
  /** Concepts by which titles and bodies are known in both languages. */
  readonly known?: readonly AnyConcept[];
}

/** What a name or title is worth that is known, and a title with its body, both of which are proposed as well. */
const KNOWN = 0.9;
const WHOLE = 0.4;

/**
 * Proposes glossary entries from two aligned texts, best first: bodies and titles whose heads mean the same
 * (`beadNames`), those that are known in both languages, names that are one name and what else has capitals on both
 * sides (`beadPeople`).
 */
export function candidates(
  source: AlignSide,
  target: AlignSide,
  beads: readonly IndexBead[],
  { lexicon = new Map(), known = [] }: CandidateOptions = {},
): Candidate[] {
  const links = linkedWords({ source, target, beads }, lexicon);
  const find = { source: termMatcher(known, source.pack), target: termMatcher(known, target.pack) };
  const found = beads.flatMap((bead, b) => {
    if (bead.source.length === 0 || bead.target.length === 0) return [];
    return inBead({ source, target, bead, links: links(b), find, lexicon }).map((one) => ({
      ...one,
      score: 0.8 * one.score,
      count: 1,
      bead: b,
    }));
  });
  return mergeCandidates(found);
}

/** A bead with all that its candidates are found by. */
export interface CandidateBead {
  readonly source: AlignSide;
  readonly target: AlignSide;
  readonly bead: IndexBead;
  readonly links: readonly WordLink[];
  readonly find: Readonly<Record<Side, TermMatcher>>;
  readonly lexicon: Lexicon;
}

export type Found = Omit<Candidate, 'count' | 'bead'>;

function inBead(place: CandidateBead): Found[] {
  const { source, target, bead, links, find } = place;
  const listed = [...knownPairs(source, target, bead, find)];
  const names = beadNames(source, target, bead, links, listed);
  const { known, named } = settled(listed, names.pairs);
  const own = named
    .filter(({ bare }) => !bare)
    .map((one): Found => {
      const score = one.whole ? WHOLE : one.weight;
      const gender = one.gender || undefined;
      return { kind: one.kind, ...one.forms, score, ...(gender && { gender }), ...acronymsOf(place, one) };
    });
  const old = known.map(({ kind, pair: [s, t], texts }): Found => {
    return {
      kind,
      source: texts[0],
      target: texts[1],
      score: KNOWN,
      ...acronymsOf(place, { kind, source: s, target: t }),
    };
  });
  const taken = {
    source: [...known.map(({ pair }) => pair[0]), ...named.map((one) => one.source)],
    target: [...known.map(({ pair }) => pair[1]), ...named.map((one) => one.target)],
  };
  return [...old, ...own, ...beadPeople(place, { ...names, pairs: named }, taken)];
}
