import type { AlignSide, IndexBead } from '../../align/alignment.ts';
import type { WordLink } from '../../align/explain/explain-links.ts';
import type { Side } from '../../bitext/bitext.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import type { ConceptKind } from '../concept.ts';
import { dictionaryForm } from './dictionary-form.ts';
import { headPairs, partRange, type RunPair, runsOverlap, type TakenWords } from './head-pairs.ts';
import type { WordRun } from './head-spans.ts';
import { type Runs, titleAndName, titleWithBody, withoutWordForIt } from './joined-runs.ts';
import type { KnownPair } from './known-pairs.ts';
import { type LinkedBead, linkedBead } from './part-links.ts';
import { overlap, type Phrase } from './phrases.ts';
import { type SpanWord, spanWords } from './span-words.ts';

/** A body, post or thing on both sides of a bead. */
export interface NamedPair {
  readonly kind: ConceptKind;
  /** As the text has it, and as a dictionary would. */
  readonly source: Phrase;
  readonly target: Phrase;
  readonly forms: Readonly<Record<Side, string>>;
  readonly weight: number;
  readonly gender: 'masculine' | 'feminine' | '';
  /** A title alone, that is one only beside a person. */
  readonly bare: boolean;
  /** A post or body that every country has, with a word of which nothing is known: it may be another country's. */
  readonly guessed: boolean;
  /** A title with the body that it is held in, both of which stand on their own as well, or either of them apart. */
  readonly whole: boolean;
}

/** What is named in a bead, and the titles on either side, whether the other has them or not. */
export interface BeadNames {
  readonly pairs: readonly NamedPair[];
  readonly titles: Readonly<Record<Side, readonly Phrase[]>>;
  readonly words: Readonly<Record<Side, readonly SpanWord[]>>;
}

/** Bodies need so much of their words linked, titles and things more. */
const LEAST = { organisation: 0.5, role: 0.55, term: 0.8, compound: 0.66 } as const;

/** What a body counts that has no capital on either side, and a title of such a body. */
const DOUBTFUL = 0.6;

/**
 * The bodies, titles and things in a bead that have heads of one meaning on both sides. Bodies are found first; a title is
 * not extended over a body, but proposed with it as well.
 */
export function beadNames(
  source: AlignSide,
  target: AlignSide,
  bead: IndexBead,
  links: readonly WordLink[],
  known: readonly KnownPair[],
): BeadNames {
  const linked = linkedBead(
    bead.source.flatMap((segment) => spanWords(source, segment)),
    bead.target.flatMap((segment) => spanWords(target, segment)),
    links,
  );
  const packs = [source.pack, target.pack] as const;
  const none: TakenWords = { source: new Set(), target: new Set() };
  const bodies = headPairs(linked, packs, ['organisation'], none).filter((pair) => isBody(linked, pair));
  const held = [...bodies, ...knownBodies(linked, known).filter((one) => !bodies.some((body) => meets(body, one)))];
  const titles = headPairs(linked, packs, ['role'], wordsTaken(held)).filter(({ share }) => share >= LEAST.role);
  const things = headPairs(linked, packs, ['term'], wordsTaken([...held, ...titles])).filter((pair) =>
    isThing(linked, pair),
  );
  const finish = (pair: RunPair, whole = false) => namedPair(source, target, linked, pair, whole);
  const proper = bodies.flatMap((pair) => withoutWordForIt(linked, pair));
  const wholes = titles.flatMap((title) => held.flatMap((body) => titleWithBody(linked, title, body)));
  return {
    pairs: [
      ...[...proper, ...titles, ...things].map((pair) => finish(pair)),
      ...[...wholes, ...titles.flatMap((title) => titleAndName(linked, title))].map((pair) => finish(pair, true)),
    ],
    titles: { source: titlesIn(source, linked.source.words), target: titlesIn(target, linked.target.words) },
    words: { source: linked.source.words, target: linked.target.words },
  };
}

/** Words that are titles and nothing else. */
function titlesIn(side: AlignSide, words: readonly SpanWord[]): Phrase[] {
  return words.flatMap(({ head }, at) => {
    if (!head?.word.meanings.role || head.word.meanings.field || head.word.meanings.body) return [];
    return [phraseOf(side, words, { from: at - head.words + 1, to: at })];
  });
}

function meets(a: Runs, b: Runs): boolean {
  return runsOverlap(a.source, b.source) || runsOverlap(a.target, b.target);
}

/** The bodies and places among what is known in both languages. */
function knownBodies({ source, target }: LinkedBead, known: readonly KnownPair[]): Runs[] {
  return known.flatMap(({ kind, pair: [s, t] }) => {
    if (kind !== 'organisation' && kind !== 'place') return [];
    const runs = { source: runOf(source.words, s), target: runOf(target.words, t) };
    return runs.source && runs.target ? [{ source: runs.source, target: runs.target }] : [];
  });
}

function runOf(words: readonly SpanWord[], phrase: Phrase): WordRun | null {
  const from = words.findIndex((word) => overlap(word, phrase));
  return from < 0 ? null : { from, to: words.findLastIndex((word) => overlap(word, phrase)) };
}

function wordsTaken(pairs: readonly Runs[]): TakenWords {
  const within = (side: Side) =>
    new Set(
      pairs.flatMap((pair) =>
        Array.from({ length: pair[side].to - pair[side].from + 1 }, (_, i) => pair[side].from + i),
      ),
    );
  return { source: within('source'), target: within('target') };
}

function isBody({ source, target }: LinkedBead, { share, source: s, target: t, heads }: RunPair): boolean {
  if (share < LEAST.organisation || Math.max(sizeOf(source, s), sizeOf(target, t)) < 2) return false;
  const isBasic = ({ words }: LinkedBead[Side], { to }: WordRun) =>
    words[to]!.head?.word.text.toLowerCase() === words[to]!.raw.toLowerCase();
  return (
    isMarked({ source, target }, { source: s, target: t }) ||
    (share > 0.8 && (isBasic(source, heads.source) || isBasic(target, heads.target)))
  );
}

/** Whether either side has a capital, or neither could have one. */
function isMarked({ source, target }: Pick<LinkedBead, Side>, { source: s, target: t }: Runs): boolean {
  const both = [...source.words.slice(s.from, s.to + 1), ...target.words.slice(t.from, t.to + 1)];
  return both.some(({ raw }) => /^\p{Lu}/u.test(raw)) || !both.some(({ raw }) => /\p{Ll}/u.test(raw));
}

function isDoubtful(linked: LinkedBead, pair: RunPair): boolean {
  if (pair.kind === 'organisation') return !isMarked(linked, pair);
  const { words } = linked.source;
  return (
    pair.kind === 'role' &&
    words
      .slice(pair.source.from, pair.source.to + 1)
      .some(({ head }) => head?.word.meanings.body && !head.word.meanings.role && !head.word.meanings.field)
  );
}

function isThing({ source, target }: LinkedBead, { share, source: s, target: t }: RunPair): boolean {
  // In a compound nothing but itself can stand for what nothing is known of.
  const least = s.from === s.to || t.from === t.to ? LEAST.compound : LEAST.term;
  return share >= least && sizeOf(source, s) > 1 && sizeOf(target, t) > 1;
}

function sizeOf(side: LinkedBead[Side], run: WordRun): number {
  const [from, to] = partRange(side, run);
  return to - from;
}

function namedPair(source: AlignSide, target: AlignSide, linked: LinkedBead, pair: RunPair, whole: boolean): NamedPair {
  const s = phraseOf(source, linked.source.words, pair.source);
  const t = phraseOf(target, linked.target.words, pair.target);
  const form = (side: Side, own: AlignSide, { segment }: Phrase) => {
    const written = dictionaryForm(
      own.segments[segment]!,
      linked[side].words,
      pair[side],
      pair.heads[side],
      own.pack,
      pair.national,
    );
    const { grammar } = own.pack;
    // A title has no capital but that of the sentence, where no language or style gives it one.
    const plain = pair.kind === 'role' && !grammar?.titleCase && !grammar?.nounsInCapitals;
    return plain && !/^\p{Lu}{2}/u.test(written) ? written.charAt(0).toLowerCase() + written.slice(1) : written;
  };
  const bare =
    !whole && pair.kind === 'role' && sizeOf(linked.source, pair.source) < 2 && sizeOf(linked.target, pair.target) < 2;
  return {
    kind: pair.kind,
    source: s,
    target: t,
    forms: { source: form('source', source, s), target: form('target', target, t) },
    weight: Math.min(0.95, pair.share) * (isDoubtful(linked, pair) ? DOUBTFUL : 1),
    gender:
      pair.kind === 'role'
        ? genderOf([
            holderGender(source, linked.source, pair.source, pair.heads.source),
            holderGender(target, linked.target, pair.target, pair.heads.target),
          ])
        : '',
    bare,
    guessed: pair.national && hasUnknown(linked.source, pair.source) && hasUnknown(linked.target, pair.target),
    whole,
  };
}

function hasUnknown(side: LinkedBead[Side], run: WordRun): boolean {
  const [from, to] = partRange(side, run);
  return side.parts.slice(from, to).some(({ meanings }) => meanings.size === 0);
}

function phraseOf({ segments }: AlignSide, words: readonly SpanWord[], { from, to }: WordRun): Phrase {
  const { segment, start } = words[from]!;
  const { end } = words[to]!;
  return { text: segments[segment]!.slice(start, end), segment, start, end };
}

type HolderGender = NamedPair['gender'];

/** What a title or the word before it tells of its holder. */
function holderGender(
  { segments, pack }: AlignSide,
  { words }: LinkedBead[Side],
  run: WordRun,
  head: WordRun,
): HolderGender {
  const gender = words[head.to]!.head!.word.gender;
  if (gender === 'feminine') return 'feminine';
  const { segment, start } = words[run.from]!;
  const before = determinerGender(segments[segment]!.slice(0, start), pack);
  return before || (gender === 'masculine' ? 'masculine' : '');
}

function determinerGender(before: string, { determiners = [] }: LanguagePack): HolderGender {
  const last = /(\p{L}+)[\s\u00a0]$/u.exec(before)?.[1]?.toLowerCase();
  if (!last) return '';
  if (determiners.some(([, feminine]) => feminine === last)) return 'feminine';
  return determiners.some(([masculine]) => masculine === last) ? 'masculine' : '';
}

/** One side that says a woman goes before one whose word does for both. */
function genderOf(both: readonly HolderGender[]): HolderGender {
  return both.includes('feminine') ? 'feminine' : both.includes('masculine') ? 'masculine' : '';
}
