import type { AlignSide } from '../../align/alignment.ts';
import type { Side } from '../../bitext/bitext.ts';
import type { CandidateBead, Found } from '../candidates.ts';
import { namePatterns } from '../name-patterns.ts';
import { postBeside } from '../posts.ts';
import { acronymsOf } from './acronyms.ts';
import type { BeadNames, NamedPair } from './bead-names.ts';
import { basicName } from './dictionary-form.ts';
import { dottedNames, pairedDotted } from './dotted-names.ts';
import { projectedName } from './name-projection.ts';
import { type PairedPhrase, pairedPhrases } from './paired-phrases.ts';
import { blankOut, namePhrases, overlap, type Phrase } from './phrases.ts';
import type { SpanWord } from './span-words.ts';

/** What a title counts that stands beside one person on both sides. */
const POST = 0.5;

type Phrases = Readonly<Record<Side, readonly Phrase[]>>;

/**
 * The names in a bead that are spelt alike or whose words are linked, where nothing else was found, with the titles beside
 * people. In a script that has no capitals names are found by their sound.
 * @param taken what is an entry already
 */
export function beadPeople(place: CandidateBead, names: BeadNames, taken: Phrases): Found[] {
  const { source, target, bead, links, find, lexicon } = place;
  const phrasesOf = (which: Side, side: AlignSide, ids: readonly number[]) =>
    ids.flatMap((segment) =>
      namePhrases(side, segment, [
        ...find[which](side.segments[segment]!),
        ...[...names.titles[which], ...taken[which]].filter((phrase) => phrase.segment === segment),
      ]),
    );
  const phrases = {
    source: phrasesOf('source', source, bead.source),
    target: phrasesOf('target', target, bead.target),
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
  const heard = heardNames(place, names, phrases, taken);
  const paired = pairedPhrases(phrases, texts, links, [source.pack, target.pack], lexicon).filter(
    ({ s, t }) =>
      !within(s, taken.source) &&
      !within(t, taken.target) &&
      !heard.some((one) => overlap(one.s, s) || overlap(one.t, t)),
  );
  return [...paired, ...heard].flatMap((pair) => [
    nameOf(place, pair, names.pairs),
    ...postsOf(place, pair, names.pairs, taken),
  ]);
}

function within(phrase: Phrase, list: readonly Phrase[]): boolean {
  return list.some((each) => each.segment === phrase.segment && each.start <= phrase.start && each.end >= phrase.end);
}

/** Names that one side has in capitals and the other, whose script has none, by their sound. */
function heardNames(
  { source, target }: CandidateBead,
  names: BeadNames,
  phrases: Phrases,
  taken: Phrases,
): PairedPhrase[] {
  const [s, t] = [names.words.source, names.words.target];
  const heard = (which: Side, from: AlignSide, to: AlignSide, words: readonly SpanWord[]): PairedPhrase[] => {
    if (!words.some(({ raw }) => CASELESS.test(raw))) return [];
    const other = which === 'source' ? 'target' : 'source';
    const used = [...taken[other]];
    const pairOf = (own: Phrase, found: Phrase, rest: Pick<PairedPhrase, 'weight' | 'kind'>): PairedPhrase => ({
      ...(which === 'source' ? { s: own, t: found } : { s: found, t: own }),
      ...rest,
    });
    const free = phrases[which].filter((phrase) => !phrase.opens && !taken[which].some((one) => overlap(one, phrase)));
    const packs = { named: from.pack, dotted: to.pack };
    const dotted = pairedDotted(free, dottedNames(to, words), packs);
    used.push(...dotted.map((one) => one.dotted));
    const rest = free.filter((phrase) => !dotted.some(({ named }) => overlap(named, phrase)));
    return [
      ...dotted.map((one) => pairOf(one.named, one.dotted, { weight: one.weight, kind: 'person' })),
      ...rest.flatMap((phrase): PairedPhrase[] => {
        const isFree = (word: SpanWord, at: number) =>
          !word.stop &&
          !word.small &&
          (word.head === null || isGivenName(words, at, to)) &&
          !used.some((one) => overlap(one, word));
        const found = projectedName(phrase.text, { from, to }, words, isFree);
        if (!found) return [];
        used.push(found.phrase);
        const kind = /[\s\u00a0]/u.test(phrase.text) ? 'person' : 'place';
        return [pairOf(phrase, { ...found.phrase, text: found.text }, { weight: found.likeness, kind })];
      }),
    ];
  };
  return [...heard('source', source, target, t), ...heard('target', target, source, s)];
}

/** Whether a letter that is a word for a body or thing stands behind a surname, with which it is a name. */
function isGivenName(words: readonly SpanWord[], at: number, { pack }: AlignSide): boolean {
  const { surnames } = pack.grammar ?? {};
  const [surname, word] = [words[at - 1], words[at]!];
  return (
    surnames !== undefined &&
    word.raw.length === 1 &&
    word.adjoins &&
    surname?.raw.length === 1 &&
    surnames.includes(surname.raw)
  );
}

const CASELESS = /^[^\p{Lu}\p{Ll}\p{N}]+$/u;

function nameOf(
  { source, target }: CandidateBead,
  { s, t, weight, kind }: PairedPhrase,
  pairs: readonly NamedPair[],
): Found {
  if (kind !== 'person' && kind !== 'place') {
    return {
      kind,
      source: s.text,
      target: t.text,
      score: weight,
      ...acronymsOf({ source, target }, { kind, source: s, target: t }),
    };
  }
  const gender =
    kind === 'person'
      ? pairs.find(
          (one) => one.gender && !one.whole && isBeside(source, one.source, s) && isBeside(target, one.target, t),
        )?.gender
      : '';
  return {
    kind,
    source: basicName(s.text, source.pack, t.text, target.pack),
    target: basicName(t.text, target.pack, s.text, source.pack),
    score: weight,
    ...(gender && { gender }),
  };
}

/** The title beside a person on both sides: one that was found, alone or not, else what stands there as an apposition. */
function postsOf(
  { source, target }: CandidateBead,
  { s, t, kind }: PairedPhrase,
  pairs: readonly NamedPair[],
  taken: Phrases,
): Found[] {
  if (kind !== 'person') return [];
  const beside = pairs.filter(
    (one) => one.kind === 'role' && !one.whole && isBeside(source, one.source, s) && isBeside(target, one.target, t),
  );
  if (beside.length > 0) {
    return beside
      .filter(({ bare }) => bare)
      .map(({ forms, gender }) => ({ kind: 'role', ...forms, score: POST, ...(gender && { gender }) }));
  }
  const post = {
    s: postBeside(source.segments[s.segment]!, s, source.pack),
    t: postBeside(target.segments[t.segment]!, t, target.pack),
  };
  if (!post.s || !post.t || within(post.s, taken.source) || within(post.t, taken.target)) return [];
  return [{ kind: 'role', source: post.s.text, target: post.t.text, score: POST }];
}

/** Whether nothing but a mark and an article stand between a title and a person. */
function isBeside({ segments, pack }: AlignSide, title: Phrase, person: Phrase): boolean {
  if (title.segment !== person.segment) return false;
  const text = segments[title.segment]!;
  const between = title.end <= person.start ? text.slice(title.end, person.start) : text.slice(person.end, title.start);
  return between.length < 12 && namePatterns(pack.shared.nameWords).beside.test(between);
}
