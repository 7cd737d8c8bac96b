import { alignmentTokens } from '../align/model/tokens.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { textLength } from '../text/text-length.ts';
import { documentKeys } from './document-keys.ts';
import { hashOf, KEY_KINDS } from './key-hash.ts';

/** A document whose counterpart is looked for. */
export interface DocumentToPair {
  /** Its text without what a page puts around it, sentence by sentence or paragraph by paragraph. */
  readonly segments: readonly { readonly text: string; readonly paragraph: number }[];
  readonly pack: LanguagePack;
  /** ISO 8601, empty or left out where it is not known. */
  readonly published?: string | undefined;
  /** Where it was published, if that is known. */
  readonly address?: string | undefined;
  /** Addresses that it names as its versions in other languages. */
  readonly versions?: readonly string[] | undefined;
  /** Its file's name without what says its language, where it says one (`matchNames`). */
  readonly stem?: string | undefined;
}

/** What a document is compared by: some 2 KB however long the document; the text itself is not kept. */
export interface DocumentFeatures {
  readonly language: string;
  /** What survives translation, each once, in the order of the text, as hashes; `rounded` has 0 where there is nothing to round. */
  readonly keys: Uint32Array;
  readonly rounded: Uint32Array;
  /** The kind of each, by its place in `KEY_KINDS`. */
  readonly kinds: Uint8Array;
  /** Its words as the aligner cuts them, each once, as hashes in ascending order. */
  readonly words: Uint32Array;
  /** In letters, dense scripts counted more. */
  readonly length: number;
  readonly paragraphs: number;
  readonly published: string;
  readonly address: string;
  readonly versions: readonly string[];
  readonly stem: string;
}

/** Of a book its beginning does: so many letters, keys and words, at most. */
const MAX_LETTERS = 60_000;
const MAX_KEYS = 600;
const MAX_WORDS = 2000;

/** Reads what a document is compared by. */
export function documentFeatures(document: DocumentToPair): DocumentFeatures {
  const { segments, pack } = document;
  const text = beginning(segments.map((segment) => segment.text));
  const keys = new Map<number, { kind: number; rounded: number }>();
  for (const { kind, key, rounded } of documentKeys(text, pack)) {
    const hash = hashOf(key);
    if (keys.size >= MAX_KEYS) break;
    if (!keys.has(hash))
      keys.set(hash, {
        kind: KEY_KINDS.indexOf(kind),
        rounded: rounded === undefined || rounded === key ? 0 : hashOf(rounded),
      });
  }
  const words = new Set<number>();
  for (const token of alignmentTokens(text, pack)) {
    if (/^[#@!*]/u.test(token)) continue;
    words.add(hashOf(token));
    if (words.size >= MAX_WORDS) break;
  }
  const found = [...keys.values()];
  return {
    language: pack.language,
    keys: Uint32Array.from(keys.keys()),
    rounded: Uint32Array.from(found, ({ rounded }) => rounded),
    kinds: Uint8Array.from(found, ({ kind }) => kind),
    words: Uint32Array.from(words).sort(),
    length: segments.reduce((sum, segment) => sum + textLength(segment.text), 0),
    paragraphs: new Set(segments.map(({ paragraph }) => paragraph)).size,
    published: document.published ?? '',
    address: document.address ?? '',
    versions: document.versions ?? [],
    stem: document.stem ?? '',
  };
}

function beginning(texts: readonly string[]): string {
  let letters = 0;
  const end = texts.findIndex((text) => {
    letters += text.length;
    return letters > MAX_LETTERS;
  });
  return (end < 0 ? texts : texts.slice(0, end + 1)).join('\n').slice(0, 2 * MAX_LETTERS);
}
