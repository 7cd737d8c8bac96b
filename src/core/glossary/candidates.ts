import type { AlignSide, IndexBead } from '../align/alignment.ts';
import { linkedWords } from '../align/explain/explain.ts';
import type { WordLink } from '../align/explain/explain-links.ts';
import type { Lexicon } from '../align/model/lexicon.ts';
import { alignmentTokens } from '../align/model/tokens.ts';
import type { Side } from '../bitext/bitext.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import type { AnyConcept, ConceptKind } from './concept.ts';
import { counterpartOf, type SegmentText } from './counterparts.ts';
import { termMatcher } from './matching.ts';
import { type NamePatterns, namePatterns } from './name-patterns.ts';
import { sameName } from './names.ts';
import { blankOut, namePhrases, overlap, type Phrase } from './phrases.ts';
import { postBeside } from './posts.ts';

/** What a title counts that stands beside one person on both sides. */
const POST_SCORE = 0.5;

/** An entry that a glossary might have: what stands for one thing on both sides of aligned texts. */
export interface Candidate {
  readonly kind: ConceptKind;
  readonly source: string;
  readonly target: string;
  /** From 0 to 1, the more beads show it the surer. */
  readonly score: number;
  /** Beads in which both stand. */
  readonly count: number;
  /** The first of these beads. */
  readonly bead: number;
}

export interface CandidateOptions {
  readonly lexicon?: Lexicon;
  /** Concepts by which titles and bodies are known in both languages. */
  readonly known?: readonly AnyConcept[];
}

/**
 * Proposes glossary entries from two aligned texts, best first: titles and
 * bodies that are known in both languages, names that are one name
 * (`sameName`), and other phrases in capitals whose words are linked.
 */
export function candidates(
  source: AlignSide,
  target: AlignSide,
  beads: readonly IndexBead[],
  { lexicon = new Map(), known = [] }: CandidateOptions = {},
): Candidate[] {
  const links = linkedWords({ source, target, beads }, lexicon);
  const find = { source: termMatcher(known, source.pack), target: termMatcher(known, target.pack) };
  const found: Candidate[] = [];
  const note = (kind: ConceptKind, source: string, target: string, weight: number, bead: number) => {
    found.push({ kind, source, target, score: 0.8 * weight, count: 1, bead });
  };
  beads.forEach((bead, b) => {
    if (bead.source.length === 0 || bead.target.length === 0) return;
    const taken = { source: [] as Phrase[], target: [] as Phrase[] };
    for (const { kind, pair } of knownPairs(source, target, bead, find)) {
      note(kind, pair[0].text, pair[1].text, 0.9, b);
      taken.source.push(pair[0]);
      taken.target.push(pair[1]);
    }
    const phrases = {
      source: bead.source.flatMap((i) => namePhrases(source, i, find.source)),
      target: bead.target.flatMap((j) => namePhrases(target, j, find.target)),
    };
    const textsOf = (side: AlignSide, ids: readonly number[], known: readonly Phrase[]) =>
      ids.map((segment) => ({
        segment,
        text: blankOut(
          side.segments[segment]!,
          known.filter((phrase) => phrase.segment === segment),
        ),
      }));
    const texts = {
      source: textsOf(source, bead.source, taken.source),
      target: textsOf(target, bead.target, taken.target),
    };
    const within = (phrase: Phrase, list: readonly Phrase[]) =>
      list.some((each) => each.segment === phrase.segment && each.start <= phrase.start && each.end >= phrase.end);
    const paired = pairedPhrases(phrases, texts, links(b), [source.pack, target.pack], lexicon).filter(
      ({ s, t }) => !within(s, taken.source) && !within(t, taken.target),
    );
    for (const { s, t, weight, kind } of paired) {
      note(kind, s.text, t.text, weight, b);
      if (kind !== 'person') continue;
      const posts = {
        s: postBeside(source.segments[s.segment]!, s, source.pack),
        t: postBeside(target.segments[t.segment]!, t, target.pack),
      };
      if (posts.s && posts.t && !within(posts.s, taken.source) && !within(posts.t, taken.target))
        note('role', posts.s.text, posts.t.text, POST_SCORE, b);
    }
  });
  return mergeCandidates(found);
}

/**
 * Makes one of what stands for the same two terms, in the order of the beads: each time that it is shown makes it surer.
 * So the parts of a long bitext may be looked through one after another.
 */
export function mergeCandidates(list: Iterable<Candidate>): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const one of list) {
    const key = `${one.source.toLowerCase()}\t${one.target.toLowerCase()}`;
    const before = found.get(key);
    found.set(
      key,
      before ? { ...before, score: 1 - (1 - before.score) * (1 - one.score), count: before.count + one.count } : one,
    );
  }
  return withoutParts([...found.values()]).sort((a, b) => b.score - a.score || b.count - a.count || a.bead - b.bead);
}

/** Terms of one known concept on both sides of a bead. */
function* knownPairs(
  source: AlignSide,
  target: AlignSide,
  bead: IndexBead,
  find: Record<Side, ReturnType<typeof termMatcher>>,
): Generator<{ kind: ConceptKind; pair: [Phrase, Phrase] }> {
  const hitsIn = (side: AlignSide, ids: readonly number[], which: Side) =>
    ids.flatMap((segment) =>
      find[which](side.segments[segment]!).map(({ start, end, concept, term }) => ({
        concept,
        // The term as it is known, so that its forms in the text are one entry.
        phrase: { text: term.text, segment, start, end },
      })),
    );
  const targets = hitsIn(target, bead.target, 'target');
  const used = new Set<unknown>();
  for (const { concept, phrase } of hitsIn(source, bead.source, 'source')) {
    const match = targets.find((hit) => hit.concept === concept && !used.has(hit));
    if (!match) continue;
    used.add(match);
    yield { kind: concept.kind, pair: [phrase, match.phrase] };
  }
}

interface PairedPhrase {
  readonly s: Phrase;
  readonly t: Phrase;
  readonly weight: number;
  readonly kind: ConceptKind;
}

/** The likeliest pairs of phrases, no word in two. */
function pairedPhrases(
  phrases: Record<Side, readonly Phrase[]>,
  texts: Record<Side, readonly SegmentText[]>,
  links: readonly WordLink[],
  [from, to]: readonly [LanguagePack, LanguagePack],
  lexicon: Lexicon,
): PairedPhrase[] {
  const patterns = namePatterns(from.shared.nameWords);
  const isKnown = (text: string) => alignmentTokens(text, from).every((token) => lexicon.has(token));
  const pairs = phrases.source.flatMap((s) =>
    phrases.target.flatMap((t): PairedPhrase[] => {
      const linked = linkShare(s, t, links);
      const named = sameName(s.text, from, t.text, to);
      // A surname alone and the whole name are one person, but less of an entry.
      const alike = named > 0.5 ? named * (wordsIn(s.text) === wordsIn(t.text) ? 1 : 0.8) : 0;
      const weight = Math.max(alike, linked * 0.9);
      // An ordinary word with a capital, as German nouns have and every first word.
      if ((s.opens || t.opens) && isKnown(s.text)) return [];
      return weight > 0.45 ? [{ s, t, weight, kind: kindOf(s, t, named, isKnown(s.text), patterns) }] : [];
    }),
  );
  const back = links.map(({ source, target }) => ({ source: target, target: source }));
  const add = (s: Phrase, t: Phrase, share: number) =>
    pairs.push({
      s,
      t,
      weight: Math.min(1, share) * 0.9,
      kind: kindOf(s, t, sameName(s.text, from, t.text, to), isKnown(s.text), patterns),
    });
  for (const s of phrases.source) {
    const found = counterpartOf(s, texts.target, links, patterns.small);
    if (found) add(s, found.phrase, found.share);
  }
  for (const t of phrases.target) {
    const found = counterpartOf(t, texts.source, back, patterns.small);
    if (found) add(found.phrase, t, found.share);
  }
  pairs.sort((a, b) => b.weight - a.weight || b.s.text.length - a.s.text.length);
  const used: PairedPhrase[] = [];
  for (const pair of pairs) {
    if (!used.some(({ s, t }) => overlap(s, pair.s) || overlap(t, pair.t))) used.push(pair);
  }
  return used;
}

function wordsIn(text: string): number {
  return text.split(/[ \u00a0]/u).length;
}

/** How many of the links that touch either phrase join the two. */
function linkShare(s: Phrase, t: Phrase, links: readonly WordLink[]): number {
  let [inside, outside] = [0, 0];
  for (const link of links) {
    const [left, right] = [overlap(link.source, s), overlap(link.target, t)];
    if (left && right) inside += 1;
    else if (left || right) outside += 1;
  }
  const words = Math.max(wordsIn(s.text), wordsIn(t.text));
  return inside / Math.max(1, inside + outside, words * 0.75);
}

function kindOf(s: Phrase, t: Phrase, named: number, known: boolean, { direction }: NamePatterns): ConceptKind {
  if (/^(?:\p{Lu}\.?){2,5}$/u.test(s.text) || /^(?:\p{Lu}\.?){2,5}$/u.test(t.text)) return 'organisation';
  if (direction.test(s.text) || direction.test(t.text)) return 'place';
  if (wordsIn(s.text) > 1) return named > 0.5 && !known ? 'person' : 'organisation';
  return known || named <= 0.5 ? 'place' : 'person';
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
  return all.filter(({ source, target }) => {
    const word = target.toLowerCase();
    const isWhole = (other: Candidate) =>
      source.length < other.source.length &&
      target.length < other.target.length &&
      wordsOf(other.target).includes(word);
    return !bySourceWord.get(source.toLowerCase())?.some(isWhole);
  });
}
