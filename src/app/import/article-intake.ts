import type { LanguageVersion } from '../../core/article.ts';
import type { SegmentKind } from '../../core/bitext/bitext.ts';
import { msg } from '../../core/message.ts';
import type { Block, RawBlock } from '../../core/text/blocks.ts';
import { classify, type KnownLines } from '../../core/text/kinds.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { sameLanguage } from '../../core/text/language-tag.ts';
import { detailsIn } from '../../core/text/page/page-details.ts';
import { comparable } from '../../core/text/page/phrases.ts';
import { isWebAddress } from '../../core/text/web-address.ts';
import type { RawArticle } from '../../intake/articles/read-file.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import type { ArticleInput, IntakeTools } from '../intake-tools.ts';
import { rawArticle } from './read-article.ts';

/** An article ready to be looked at or stored: its blocks have kinds, its language is known or guessed. */
export interface PreparedArticle extends Omit<RawArticle, 'blocks'> {
  readonly title: string;
  readonly language: string;
  /** Whether the language was given or clearly detected. */
  readonly languageSure: boolean;
  readonly blocks: readonly Block[];
  /** Where it was fetched from; it is left out for what was not. */
  readonly address?: string | undefined;
  /** Its blocks as they were read and what is known of its lines, until the other text has said what it knows of them. */
  readonly unsorted?: Unsorted | undefined;
}

/** The kinds of blocks are worked out from this. */
export interface Unsorted {
  readonly blocks: readonly RawBlock[];
  readonly known: KnownLines;
}

/**
 * Reads an article, finds its language unless it is given, and says of each block what it is.
 * @throws Problem where nothing can be read
 */
export async function prepareArticle(
  input: ArticleInput,
  packs: PackFor,
  { read = (article) => rawArticle(article, packs), classify: classified, knownLines }: IntakeTools = {},
  signal?: AbortSignal,
): Promise<PreparedArticle> {
  const address = 'bytes' in input ? input.address : undefined;
  const raw = await read(input, signal);
  const detected = input.language ? { language: input.language, sure: true } : await detectLanguage(textOf(raw));
  const { language } = detected;
  const known = (await knownLines?.(raw.publisher)) ?? new Map();
  const blocks = classified
    ? await classified({ ...raw, language }, known, signal)
    : classify(raw, packs(language), known);
  const details = detailsIn(raw.text, blocks, packs(language));
  return {
    title: titleOf(raw.text, blocks),
    language,
    languageSure: detected.sure,
    text: raw.text,
    blocks,
    styles: raw.styles,
    findings: raw.findings,
    publisher: raw.publisher || details.publisher || hostOf(address),
    published: raw.published || details.published,
    encoding: raw.encoding,
    ...(raw.author && { author: raw.author }),
    ...(address !== undefined && { address, versions: otherVersions(raw.versions ?? [], address, language) }),
    unsorted: { blocks: raw.blocks, known },
  };
}

/** The host of an address as a publisher is called; empty without one. */
function hostOf(address: string | undefined): string {
  return address === undefined ? '' : new URL(address).hostname.replace(/^www\./u, '');
}

/** The versions of a page in other languages, with whole addresses of the web. */
function otherVersions(versions: readonly LanguageVersion[], address: string, language: string): LanguageVersion[] {
  return versions.flatMap((version) => {
    const whole = URL.canParse(version.address, address) ? new URL(version.address, address).href : '';
    const isOther = isWebAddress(whole) && whole !== address && !sameLanguage(version.language, language);
    return isOther ? [{ language: version.language, address: whole }] : [];
  });
}

/** The lines of an article whose kind a person has changed, as they are remembered for its publisher. */
export function changedLines({ text, blocks }: Pick<PreparedArticle, 'text' | 'blocks'>): Map<string, SegmentKind> {
  return new Map(
    blocks
      .filter(({ reason }) => reason?.text === CHOSEN_BY_HAND.text)
      .map(({ start, end, kind }) => [comparable(text.slice(start, end)), kind] as const)
      .filter(([line]) => line !== '' && line.length <= MAX_REMEMBERED_LENGTH),
  );
}

/** The reason of a kind that a person has chosen. */
export const CHOSEN_BY_HAND = msg('chosen by hand');

/** A longer line is part of one story and comes in no other. */
const MAX_REMEMBERED_LENGTH = 200;

/** Headlines are shorter; a text without one may begin with a long paragraph. */
const MAX_TITLE_LENGTH = 300;

/** What an article is called: its headline, else how it begins. */
export function titleOf(text: string, blocks: readonly Block[]): string {
  const block =
    blocks.find(({ kind }) => kind === 'headline') ?? blocks.find(({ kind }) => kind === 'body') ?? blocks[0];
  const line = block ? text.slice(block.start, block.end).replace(/\s+/gu, ' ').trim() : '';
  if (line.length <= MAX_TITLE_LENGTH) return line;
  // At the end of a word, where there is one.
  return `${line
    .slice(0, MAX_TITLE_LENGTH - 1)
    .replace(/(?<=.{100})\s\S*$/u, '')
    .trimEnd()}…`;
}

/** More of a text does not tell its language better. */
const LANGUAGE_SAMPLE = 4000;

/** Longer blocks tell the language better than link lists and headlines do. */
function textOf({ text, blocks }: RawArticle): string {
  const lengths = Uint32Array.from(blocks, ({ start, end }) => end - start)
    .sort()
    .reverse();
  let sum = 0;
  const least = lengths.find((length) => {
    sum += length;
    return sum >= LANGUAGE_SAMPLE;
  });
  const wanted = blocks.filter(({ start, end }) => end - start >= (least ?? 0));
  const slices = wanted.map(({ start, end }) => text.slice(start, end));
  return slices.sort((x, y) => y.length - x.length).join('\n');
}
