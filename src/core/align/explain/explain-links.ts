import type { AlignSide, IndexBead } from '../alignment.ts';
import type { Association, Associations } from '../model/associations.ts';
import { cognates } from '../model/cognates.ts';
import type { PairCorpus } from '../model/corpus.ts';
import { knownAssociations, type Lexicon } from '../model/lexicon.ts';
import { type LocatedToken, locatedTokens } from '../model/tokens.ts';
import type { Parameters } from '../parameters.ts';

/** Why two words count as translations of each other. */
export type LinkKind = 'number' | 'date' | 'mark' | 'same' | 'alike' | 'lexicon' | 'learned';

/** A stretch of a segment's text, in UTF-16 units. */
export interface TextSpan {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** Two words of a bead that speak for it. */
export interface WordLink {
  readonly source: TextSpan;
  readonly target: TextSpan;
  readonly kind: LinkKind;
  /** The larger of t(target | source) and t(source | target). */
  readonly strength: number;
}

/** Pairs of types that are known for one reason. */
export interface KnownPairs {
  readonly kind: LinkKind;
  readonly pairs: readonly Association[];
}

/** What is known of words before anything is learned, by the reason it is known for, the plainest first. */
export function linkKinds(corpus: PairCorpus, lexicon: Lexicon, parameters: Parameters): KnownPairs[] {
  const { source, target } = corpus;
  const alike = [...cognates(source, target, parameters.cognate)];
  const same = (pair: Association) => source.types[pair.source] === target.types[pair.target];
  return [
    { kind: 'same', pairs: alike.filter(same) },
    { kind: 'lexicon', pairs: knownAssociations(lexicon, source, target, parameters.seed.strength) },
    { kind: 'alike', pairs: alike.filter((pair) => !same(pair)) },
  ];
}

/** Weaker associations than this are not worth showing. */
const MIN_LINK_STRENGTH = 0.1;

/** What links of words are found by. */
export interface LinkSources {
  readonly corpus: PairCorpus;
  readonly source: AlignSide;
  readonly target: AlignSide;
  /** Which words go together. */
  readonly table: Associations;
  /** What is known of some of them beforehand. */
  readonly kinds: readonly KnownPairs[];
}

/**
 * Makes a function that gives the strongest links of a bead, each word in one of them (competitive linking, Melamed 2000).
 * Made once for a text: what it looks up is as large as the text's vocabulary.
 */
export function wordLinker({ corpus, source, target, table, kinds }: LinkSources): (bead: IndexBead) => WordLink[] {
  const typesOf = (types: readonly string[]) => new Map(types.map((token, type) => [token, type]));
  const [sourceTypes, targetTypes] = [typesOf(corpus.source.types), typesOf(corpus.target.types)];
  const kindOf = new Map(
    [...kinds].reverse().flatMap(({ kind, pairs }) => pairs.map((pair) => [`${pair.source} ${pair.target}`, kind])),
  );
  const located = (side: AlignSide, ids: readonly number[], types: ReadonlyMap<string, number>) =>
    ids.flatMap((segment) =>
      locatedTokens(side.segments[segment]!, side.pack).map((token) => ({
        ...token,
        segment,
        type: types.get(token.token)!,
      })),
    );
  return (bead) => {
    const from = located(source, bead.source, sourceTypes);
    const to = located(target, bead.target, targetTypes);
    const candidates = from.flatMap((s) =>
      to.flatMap((t) => {
        const strength = strengthOf(table, s.type, t.type);
        return strength < MIN_LINK_STRENGTH ? [] : [{ s, t, strength }];
      }),
    );
    // Of equally strong ones the pair whose words stand in about the same place goes first.
    const apart = ({ s, t }: (typeof candidates)[number]) =>
      Math.abs(from.indexOf(s) / from.length - to.indexOf(t) / to.length);
    candidates.sort((a, b) => b.strength - a.strength || apart(a) - apart(b));
    const taken = new Set<unknown>();
    return candidates.flatMap(({ s, t, strength }): WordLink[] => {
      if (taken.has(s) || taken.has(t)) return [];
      taken.add(s).add(t);
      const kind = kindOfLink(s, kindOf.get(`${s.type} ${t.type}`));
      return [{ source: spanOf(s), target: spanOf(t), strength, kind }];
    });
  };
}

function strengthOf(table: Associations, source: number, target: number): number {
  for (let e = table.rows[source]!; e < table.rows[source + 1]!; e++) {
    if (table.target[e] === target) return Math.max(table.forward[e]!, table.backward[e]!);
  }
  return 0;
}

function kindOfLink({ token }: LocatedToken, known: LinkKind | undefined): LinkKind {
  const marked: Readonly<Record<string, LinkKind>> = { '#': 'number', '@': 'date', '!': 'mark' };
  return marked[token[0]!] ?? known ?? 'learned';
}

function spanOf({ segment, start, end }: TextSpan): TextSpan {
  return { segment, start, end };
}
