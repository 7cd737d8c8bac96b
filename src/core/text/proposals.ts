import { split } from 'sentence-splitter';
import type { LanguagePack } from './language-pack.ts';
import { scriptOf } from './language-tag.ts';

/**
 * Where sentence-splitter ends the sentences of a paragraph, in order, or null for a
 * language whose full stops are not among its marks.
 *
 * It gets paragraphs, since its time grows faster than its input, and pieces of
 * long ones. Marks in pairs and note marks are made spaces for it: within pairs
 * it never ends a sentence, and one quotation mark that nobody closed would hold
 * all that follows together.
 */
export function proposedEnds(paragraph: string, pack: LanguagePack): ReadonlySet<number> | null {
  const options = optionsOf(pack);
  if (!options) return null;
  const plain = paragraph.replace(PAIRED, (marks) => ' '.repeat(marks.length));
  const ends = new Set<number>();
  for (let from = 0; from < plain.length; ) {
    const to = pieceEnd(plain, from);
    for (const { type, range } of split(plain.slice(from, to), options)) {
      if (type === 'Sentence') ends.add(from + range[1]);
    }
    from = to;
  }
  return ends;
}

const PAIRED = /["[\](){}「」（）『』｛｝［］〚〛【】《》]|[⁰¹²³⁴-⁹*†‡]+/gu;

/** A paragraph longer than this is fed in pieces; sentences end far nearer to each other. */
const PIECE = 4000;

function pieceEnd(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length;
  const space = text.lastIndexOf(' ', from + PIECE);
  return space > from ? space : from + PIECE;
}

type Options = NonNullable<Parameters<typeof split>[1]>;

const made = new WeakMap<LanguagePack, Options | null>();

/** What the library knows of a language, made once. */
function optionsOf(pack: LanguagePack): Options | null {
  const known = made.get(pack);
  if (known !== undefined) return known;
  const options = MARKED_ALIKE.has(scriptOf(pack.language)) ? optionsFor(pack) : null;
  made.set(pack, options);
  return options;
}

/** Scripts that end sentences with . ? ! 。, which are the library's marks. */
const MARKED_ALIKE: ReadonlySet<string> = new Set([
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
