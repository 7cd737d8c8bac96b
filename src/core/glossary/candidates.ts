import type { AlignSide, IndexBead } from '../align/alignment.ts';
import { linkedWords } from '../align/explain.ts';
import type { WordLink } from '../align/explain-links.ts';
import type { Lexicon } from '../align/lexicon.ts';
import { alignmentTokens } from '../align/tokens.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import type { AnyConcept, ConceptKind } from './concept.ts';
import { termMatcher } from './matching.ts';
import { sameName } from './names.ts';

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

interface Phrase {
  /** Whether it is one word that begins a sentence, whose capital says nothing. */
  readonly opens?: boolean;
  readonly text: string;
  readonly segment: number;
  readonly start: number;
  readonly end: number;
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
  const links = linkedWords(source, target, beads, lexicon);
  const find = { source: termMatcher(known, source.pack), target: termMatcher(known, target.pack) };
  const found = new Map<string, { candidate: Candidate; weights: number[] }>();
  const note = (kind: ConceptKind, s: string, t: string, weight: number, bead: number) => {
    const key = `${s.toLowerCase()}\t${t.toLowerCase()}`;
    const before = found.get(key);
    const weights = [...(before?.weights ?? []), weight];
    const missed = weights.reduce((product, each) => product * (1 - 0.8 * each), 1);
    found.set(key, {
      weights,
      candidate: {
        kind: before?.candidate.kind ?? kind,
        source: before?.candidate.source ?? s,
        target: before?.candidate.target ?? t,
        score: 1 - missed,
        count: weights.length,
        bead: before?.candidate.bead ?? bead,
      },
    });
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
    for (const { s, t, weight, kind } of pairedPhrases(
      phrases.source,
      phrases.target,
      links(b),
      [source.pack, target.pack],
      lexicon,
    )) {
      const within = (phrase: Phrase, list: readonly Phrase[]) =>
        list.some((each) => each.segment === phrase.segment && each.start <= phrase.start && each.end >= phrase.end);
      if (!within(s, taken.source) && !within(t, taken.target)) note(kind, s.text, t.text, weight, b);
    }
  });
  const all = [...found.values()].map(({ candidate }) => candidate);
  return withoutParts(all).sort((a, b) => b.score - a.score || b.count - a.count || a.bead - b.bead);
}

/** Terms of one known concept on both sides of a bead. */
function* knownPairs(
  source: AlignSide,
  target: AlignSide,
  bead: IndexBead,
  find: Record<'source' | 'target', ReturnType<typeof termMatcher>>,
): Generator<{ kind: ConceptKind; pair: [Phrase, Phrase] }> {
  const hitsIn = (side: AlignSide, ids: readonly number[], which: 'source' | 'target') =>
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

const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const PARTICLE = "(?:of|the|for|de|des|du|la|le|les|del|von|van|der|den|bin|ben|al|el|für|d’|l’|d'|l')";
const PHRASE = new RegExp(`${CAPITALISED}(?:[ \\u00a0](?:${PARTICLE}[ \\u00a0]?){0,2}${CAPITALISED})*`, 'gu');
const SPACELESS = /\p{Script=Han}/u;

/** Runs of words in capitals, with small words within; one word that begins a sentence is none unless it is an acronym. */
function namePhrases(side: AlignSide, segment: number, find: ReturnType<typeof termMatcher>): Phrase[] {
  const whole = side.segments[segment]!;
  if (SPACELESS.test(whole)) return [];
  // A title or a body that is known is an entry of its own: it is blanked out, and the name beside it stands alone.
  const text = find(whole).reduce(
    (rest, { start, end }) => rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end),
    whole,
  );
  const starters = new Set(side.pack.starters);
  const titles = new Set(side.pack.titles);
  const ordinary = new Set([...side.pack.months.flat(), ...side.pack.weekdays.flat()]);
  return [...text.matchAll(PHRASE)].flatMap((match): Phrase[] => {
    let [raw, start] = [match[0], match.index];
    for (;;) {
      const first = raw.split(/[ \u00a0]/u, 1)[0]!;
      const plain = first.toLowerCase().replace(/\.$/u, '');
      const dropped =
        starters.has(plain) || titles.has(plain) || ordinary.has(plain) || /^(?:[ld]|qu)[’']$/iu.test(first);
      if (!dropped || raw === first) break;
      start += first.length + 1;
      raw = raw.slice(first.length + 1);
    }
    raw = raw.replace(/[’'](?:s)?$|[.,’'-]+$/u, '');
    const word = raw.toLowerCase();
    const alone = !/[ \u00a0]/u.test(raw);
    const opens = start === 0 || /[.!?…:«»“”"]\s*$/u.test(text.slice(0, start));
    const beforeTitle = text
      .slice(start + raw.length)
      .trimStart()
      .startsWith('|');
    const acronym = /^(?:\p{Lu}\.?){2,6}$/u.test(raw);
    if (raw.length < 2 || starters.has(word) || ordinary.has(word) || titles.has(word)) return [];
    if (alone && opens && !acronym && raw.length < 4) return [];
    // “Russian” before a title is no name.
    if (alone && beforeTitle) return [];
    return [{ text: raw, segment, start, end: start + raw.length, opens: alone && opens && !acronym }];
  });
}

interface PairedPhrase {
  readonly s: Phrase;
  readonly t: Phrase;
  readonly weight: number;
  readonly kind: ConceptKind;
}

/** The likeliest pairs of phrases, no phrase in two. */
function pairedPhrases(
  sources: readonly Phrase[],
  targets: readonly Phrase[],
  links: readonly WordLink[],
  [from, to]: readonly [LanguagePack, LanguagePack],
  lexicon: Lexicon,
): PairedPhrase[] {
  const isKnown = (text: string) => alignmentTokens(text, from).every((token) => lexicon.has(token));
  const pairs = sources.flatMap((s) =>
    targets.flatMap((t): PairedPhrase[] => {
      const linked = linkShare(s, t, links);
      const named = sameName(s.text, from.language, t.text, to.language);
      const weight = Math.max(named > 0.5 ? named : 0, linked * 0.9);
      // An ordinary word with a capital, as German nouns have and every first word.
      if ((s.opens || t.opens) && isKnown(s.text)) return [];
      return weight > 0.45 ? [{ s, t, weight, kind: kindOf(s, t, named, isKnown(s.text)) }] : [];
    }),
  );
  pairs.sort((a, b) => b.weight - a.weight || b.s.text.length - a.s.text.length);
  const used = new Set<Phrase>();
  return pairs.filter(({ s, t }) => {
    if (used.has(s) || used.has(t)) return false;
    used.add(s).add(t);
    return true;
  });
}

/** How many of the links that touch either phrase join the two. */
function linkShare(s: Phrase, t: Phrase, links: readonly WordLink[]): number {
  const touches = (span: { segment: number; start: number; end: number }, phrase: Phrase) =>
    span.segment === phrase.segment && span.start < phrase.end && span.end > phrase.start;
  let [inside, outside] = [0, 0];
  for (const link of links) {
    const [left, right] = [touches(link.source, s), touches(link.target, t)];
    if (left && right) inside += 1;
    else if (left || right) outside += 1;
  }
  const words = Math.max(s.text.split(/[ \u00a0]/u).length, t.text.split(/[ \u00a0]/u).length);
  return inside / Math.max(1, inside + outside, words * 0.75);
}

function kindOf(s: Phrase, t: Phrase, named: number, known: boolean): ConceptKind {
  const words = s.text.split(/[ \u00a0]/u);
  if (/^(?:\p{Lu}\.?){2,5}$/u.test(s.text) || /^(?:\p{Lu}\.?){2,5}$/u.test(t.text)) return 'organisation';
  if (words.length > 1) return named > 0.5 && !known ? 'person' : 'organisation';
  return known || named <= 0.5 ? 'place' : 'person';
}

/** Leaves out a name that is part of a longer one with as many words less on both sides: "Lavrov" beside "Sergey Lavrov". */
function withoutParts(all: readonly Candidate[]): Candidate[] {
  const isPart = (part: string, whole: string) =>
    part.length < whole.length &&
    whole
      .toLowerCase()
      .split(/[ \u00a0-]/u)
      .includes(part.toLowerCase());
  return all.filter(
    (candidate) =>
      !all.some((other) => isPart(candidate.source, other.source) && isPart(candidate.target, other.target)),
  );
}
