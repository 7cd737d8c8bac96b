import type { Finding } from '../core/finding.ts';
import type { Block } from '../core/text/blocks.ts';
import { classify } from '../core/text/kinds.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import type { Sentence } from '../core/text/segment.ts';
import { segmentBlocks } from '../core/text/segment.ts';
import { detectLanguage } from '../intake/detect-language.ts';
import { type RawArticle, readFile, readText } from '../intake/read-file.ts';

/** A side as a person brings it: a file, or pasted text. */
export type ArticleInput =
  | { readonly bytes: Uint8Array; readonly name: string; readonly language?: string | undefined }
  | { readonly text: string; readonly name: string; readonly language?: string | undefined };

/** An article ready to be looked at or stored: its blocks have kinds, its language is known or guessed. */
export interface PreparedArticle {
  readonly title: string;
  readonly language: string;
  /** Whether the language was given or clearly detected. */
  readonly languageSure: boolean;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/**
 * Reads an article, finds its language unless it is given, and says of each block what it is.
 * @throws Problem where nothing can be read
 */
export async function prepareArticle(input: ArticleInput, packs: PackFor): Promise<PreparedArticle> {
  const raw = 'bytes' in input ? await readFile(input.bytes, input.name) : readText(input.text, input.name);
  const detected = input.language ? { language: input.language, sure: true } : await detectLanguage(textOf(raw));
  const blocks = classify(raw.text, raw.blocks, packs(detected.language));
  return {
    title: titleOf(raw.text, blocks),
    language: detected.language,
    languageSure: detected.sure,
    text: raw.text,
    blocks,
    findings: raw.findings,
  };
}

/** The sentences of an article that take part in the alignment: all but boilerplate. */
export function sentencesToAlign(
  article: Pick<PreparedArticle, 'text' | 'blocks' | 'language'>,
  packs: PackFor,
): Sentence[] {
  return segmentBlocks(article.text, article.blocks, packs(article.language)).filter(
    (sentence) => sentence.kind !== 'boilerplate',
  );
}

const LONGEST_TITLE = 120;

/** What an article is called: its headline, else how it begins. */
function titleOf(text: string, blocks: readonly Block[]): string {
  const block =
    blocks.find(({ kind }) => kind === 'headline') ?? blocks.find(({ kind }) => kind === 'body') ?? blocks[0];
  const line = block ? text.slice(block.start, block.end).replace(/\s+/gu, ' ').trim() : '';
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : line;
}

/** Longer blocks tell the language better than link lists and headlines do. */
function textOf({ text, blocks }: RawArticle): string {
  const slices = blocks.map(({ start, end }) => text.slice(start, end));
  return slices.toSorted((a, b) => b.length - a.length).join('\n');
}
