import { split } from 'sentence-splitter';
import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../language-pack.ts';
import { scriptOf } from '../language-tag.ts';
import type { StopPlace } from './stop-places.ts';

/**
 * Which of some places sentence-splitter would end a sentence at; all of them in
 * a language whose full stops are not among its marks.
 *
 * Its time lies in every letter that it reads, and grows faster than they do, while
 * all it looks at are a full stop and the words beside it. So it gets those of a
 * paragraph, one behind the other. Marks in pairs and note marks are made spaces
 * for it: within pairs it never ends a sentence, and one quotation mark that nobody
 * closed would hold all that follows together.
 */
export function proposedPlaces(paragraph: string, places: readonly StopPlace[], pack: LanguagePack): Set<StopPlace> {
  const options = optionsOf(pack);
  if (!options) return new Set(places);
  const proposed = new Set<StopPlace>();
  for (const { text, placed } of digests(paragraph, places)) {
    const ends = endsIn(text, options);
    for (const { place, at } of placed) {
      // The library ends a sentence behind the stops; what closes it is ours.
      if (ends.some((end) => end > at && end <= at + place.end - place.at)) proposed.add(place);
    }
  }
  return proposed;
}

/** The words around places, one behind the other, and where in them each place lies. */
interface Digest {
  text: string;
  readonly placed: { readonly place: StopPlace; readonly at: number }[];
}

function digests(paragraph: string, places: readonly StopPlace[]): Digest[] {
  let digest: Digest = { text: '', placed: [] };
  const all = [digest];
  let read = 0;
  let shift = 0;
  for (const place of places) {
    const start = place.at - wordsBefore(paragraph, place.at);
    if (start > read && digest.text.length > CHUNK_LENGTH) {
      digest = { text: '', placed: [] };
      all.push(digest);
    }
    if (start > read || digest.text === '') {
      if (digest.text !== '') digest.text += ' ';
      shift = digest.text.length - start;
      read = start;
    }
    const to = place.end + (NEXT_WORD.exec(paragraph.slice(place.end, place.end + MAX_WORD_LENGTH))?.[0].length ?? 0);
    digest.text += paragraph.slice(read, Math.max(read, to));
    digest.placed.push({ place, at: place.at + shift });
    read = Math.max(read, to);
  }
  return all;
}

/** The longest word that matters, and how much is read at once. */
const MAX_WORD_LENGTH = 40;
const CHUNK_LENGTH = 2000;

const NEXT_WORD = /^\s*\S+/u;
const TWO_WORDS = /\S+\s+\S*$/u;

function wordsBefore(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - MAX_WORD_LENGTH), at);
  return TWO_WORDS.exec(before)?.[0].length ?? before.length;
}

const PAIRED_MARKS = /["[\](){}「」（）『』｛｝［］〚〛【】《》]|[⁰¹²³⁴-⁹*†‡]+/gu;

function endsIn(text: string, options: Options): number[] {
  const plain = text.replace(PAIRED_MARKS, (marks) => ' '.repeat(marks.length));
  return split(plain, options).flatMap(({ type, range }) => (type === 'Sentence' ? [range[1]] : []));
}

type Options = NonNullable<Parameters<typeof split>[1]>;

/** What the library knows of a language, made once. */
const optionsOf = onceFor((pack: LanguagePack): Options | null =>
  SCRIPTS_WITH_THESE_MARKS.has(scriptOf(pack.language)) ? optionsFor(pack) : null,
);

/** Scripts that end sentences with . ? ! 。, which are the library's marks. */
const SCRIPTS_WITH_THESE_MARKS: ReadonlySet<string> = new Set([
  'Latn',
  'Cyrl',
  'Grek',
  'Geor',
  'Hebr',
  'Hans',
  'Hant',
  'Jpan',
  'Kore',
]);

function optionsFor(pack: LanguagePack): Options {
  const dotted = (words: readonly string[]) => words.map((word) => `${word}.`);
  return {
    SeparatorParser: { separatorCharacters: [...MARKS, ...(pack.stops ?? '')] },
    AbbrMarker: {
      language: {
        ABBREVIATIONS: dotted(pack.abbreviations),
        PREPOSITIVE_ABBREVIATIONS: dotted(pack.titles),
        EXCLAMATION_WORDS: [...(pack.exclamations ?? [])],
      },
    },
  };
}

const MARKS = ['.', '．', '。', '?', '!', '？', '！', '…', '‽', '｡', '⁇', '⁈', '⁉', '‼'];
