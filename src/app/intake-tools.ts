import type { Side } from '../core/bitext/bitext.ts';
import type { AlignedSentence } from '../core/bitext/from-alignment.ts';
import type { StyledSpan } from '../core/bitext/inline/styled-spans.ts';
import type { Finding } from '../core/finding.ts';
import type { Block, RawBlock } from '../core/text/blocks.ts';
import type { KnownLines } from '../core/text/kinds.ts';
import type { UserBreakRule } from '../core/text/user-rules.ts';
import type { RawArticle } from '../intake/articles/read-file.ts';
import type { MemoryEnd, MemoryPart, WantedMemory } from '../intake/memories/memory-reader.ts';
import type { StoredBreakRule } from '../store/break-rules.ts';

/** A side as a person brings it: a file, pasted text, or what was pasted with its formatting. */
export type ArticleInput = {
  readonly name: string;
  readonly language?: string | undefined;
} & (
  | {
      readonly bytes: Uint8Array;
      /** Of its text, where a person has named it. */
      readonly encoding?: string | undefined;
      /** Where it was fetched from, and the encoding that its server names. */
      readonly address?: string | undefined;
      readonly charset?: string | undefined;
    }
  | { readonly text: string }
  | { readonly html: string }
);

/** An article as it was read, in the language that was given or detected. */
export interface ArticleInLanguage extends RawArticle {
  readonly language: string;
}

/** What helps to read an article. */
export interface IntakeTools {
  /** Reads articles; by default in the thread that asks. */
  readonly read?: (input: ArticleInput, signal?: AbortSignal) => Promise<RawArticle>;
  /** Says of each block what it is; likewise. */
  readonly classify?: (article: ArticleInLanguage, known: KnownLines, signal?: AbortSignal) => Promise<Block[]>;
  /** What people decided about a publisher's lines before. */
  readonly knownLines?: (publisher: string) => Promise<KnownLines>;
  /** Says of the blocks of two texts what they are, by each other; by default in the thread that asks. */
  readonly sortPair?: (pair: PairToSort, signal?: AbortSignal) => Promise<SortedPair>;
}

/** A text whose blocks are not sorted yet, or were sorted once and for all (`decided`). */
export interface TextToSort {
  readonly text: string;
  readonly language: string;
  readonly blocks: readonly RawBlock[];
  readonly known: KnownLines;
  readonly decided?: readonly Block[] | undefined;
}

export type PairToSort = Readonly<Record<Side, TextToSort>>;
export type SortedPair = Readonly<Record<Side, readonly Block[]>>;

/** A text whose blocks have kinds, in one language: what can be cut into sentences. */
export interface SortedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly language: string;
}

/** The same with what of it is bold or italic. */
export interface StyledArticle extends SortedText {
  readonly styles: readonly StyledSpan[];
}

/**
 * Reads a memory as rows: what stood in each piece, and at last what is known of all.
 * @throws Problem `bad-input` where its languages cannot be detected
 */
export type ReadMemory = (
  wanted: WantedMemory,
  pieces: AsyncIterable<Uint8Array>,
) => AsyncGenerator<{ readonly part: MemoryPart; readonly bytes: number } | { readonly end: MemoryEnd }>;

/**
 * People's own rules for where sentences end, and texts cut by them. A rule is a regular expression of a
 * stranger's, so it never runs on the server's thread: the packs of an `App` do not have it.
 */
export interface Segmentation {
  /**
   * The sentences of a text that take part in an alignment, each also with its bold and italics as codes.
   * @throws Problem `too-large` where the rules or the text take too long
   */
  sentences(text: StyledArticle, signal?: AbortSignal): Promise<AlignedSentence[]>;
  /** A few lines cut as a text of this language would be. */
  tryOut(text: string, language: string, signal?: AbortSignal): Promise<string[]>;
  /** In the order in which they are tried. */
  rules(): readonly StoredBreakRule[];
  /** Adds a rule before all others. @throws Problem `bad-input` where it is not a regular expression, or may never end */
  add(rule: UserBreakRule): Promise<void>;
  /** Adds rules of a file, SRX, for some languages, behind all others; those of the same file before are replaced. Returns how many, and what was left out. */
  importFile(
    bytes: Uint8Array,
    name: string,
    languages: readonly string[],
  ): Promise<{ count: number; findings: readonly Finding[] }>;
  /** Takes one rule away, or all that came from a file. */
  remove(which: { id: number } | { origin: string }): Promise<void>;
}

export type SegmentationRule = StoredBreakRule;
