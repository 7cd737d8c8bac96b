import type { WordLink } from '../../align/explain/explain-links.ts';
import type { Lexicon } from '../../align/model/lexicon.ts';
import { alignmentTokens } from '../../align/model/tokens.ts';
import type { Side } from '../../bitext/bitext.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { ConceptKind } from '../concept.ts';
import { type NamePatterns, namePatterns } from '../name-patterns.ts';
import { sameName } from '../names.ts';
import { counterpartOf, type SegmentText } from './counterparts.ts';
import { overlap, type Phrase } from './phrases.ts';

export interface PairedPhrase {
  readonly s: Phrase;
  readonly t: Phrase;
  readonly weight: number;
  readonly kind: ConceptKind;
}

/** The likeliest pairs of phrases, no word in two. */
export function pairedPhrases(
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
    if (found && isName(found.phrase, from)) add(s, found.phrase, found.share);
  }
  for (const t of phrases.target) {
    const found = counterpartOf(t, texts.source, back, patterns.small);
    if (found && isName(found.phrase, to)) add(found.phrase, t, found.share);
  }
  pairs.sort((a, b) => b.weight - a.weight || b.s.text.length - a.s.text.length);
  const used: PairedPhrase[] = [];
  for (const pair of pairs) {
    if (!used.some(({ s, t }) => overlap(s, pair.s) || overlap(t, pair.t))) used.push(pair);
  }
  return used;
}

/** Whether words that have no capital may be a name, where the other side has capitals for all nouns. */
function isName({ text }: Phrase, other: LanguagePack): boolean {
  return !other.grammar?.nounsInCapitals || /^\p{Lu}/u.test(text);
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
  // BaFin, AIReF and the like are bodies, as acronyms are.
  if ([s.text, t.text].some((text) => /^\p{Lu}\p{Ll}*\p{Lu}[\p{L}]*$/u.test(text))) return 'organisation';
  if (/^(?:\p{Lu}\.?){2,5}$/u.test(s.text) || /^(?:\p{Lu}\.?){2,5}$/u.test(t.text)) return 'organisation';
  if (direction.test(s.text) || direction.test(t.text)) return 'place';
  if (wordsIn(s.text) > 1) return named > 0.5 && !known ? 'person' : 'organisation';
  return known || named <= 0.5 ? 'place' : 'person';
}
