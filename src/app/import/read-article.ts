import { ANY_LANGUAGE } from '../../core/glossary/any-language.ts';
import { type Message, msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { classify } from '../../core/text/kinds.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { withoutCodeCharacters } from '../../intake/articles/code-characters.ts';
import { type RawArticle, readFile, readPasted, readText } from '../../intake/articles/read-file.ts';
import type { Pool } from '../desk.ts';
import type { ArticleInLanguage, ArticleInput, IntakeTools } from '../intake-tools.ts';
import { fileRefusals } from '../jobs/file-refusals.ts';
import { work } from '../jobs/work.ts';
import { SHORT_TEXT_LENGTH } from '../limits.ts';
import { sortPages } from './settle-pair.ts';

/**
 * Reads articles and says what their blocks are beside the server's thread, with bounded time and
 * memory: a file made to break a parser breaks its thread, and the program says so. Short plain text is read at once.
 */
export function articleTools(
  pool: Pool,
  packs: PackFor,
): Required<Pick<IntakeTools, 'read' | 'classify' | 'sortPair'>> {
  return {
    async read(input, signal) {
      return isShortText(input) ? rawArticle(input, packs) : pool.run(readArticle, input, { signal });
    },
    async classify(article, known, signal) {
      const { text, blocks, language } = article;
      if (text.length <= SHORT_TEXT_LENGTH) return classify({ text, blocks }, packs(language), known);
      return pool.run(classifyBlocks, { text, blocks, language, known }, { signal });
    },
    sortPair: (pair, signal) => pool.run(sortPages, pair, { signal }),
  };
}

/**
 * Reads what somebody has brought, in the thread that asks, and refuses there what is no text for people, so that nobody else has to take it.
 * @throws Problem where it cannot be read, or is too much
 */
export async function rawArticle(input: ArticleInput, packs: PackFor): Promise<RawArticle> {
  const article = withoutCodeCharacters(await read(input, packs), input.name);
  checkLength(article, input.name);
  return article;
}

/** Letters of a paragraph; no text for people has nearly as many, and to cut one into sentences takes long. */
const MAX_PARAGRAPH_LENGTH = 1_000_000;
/** Paragraphs of an article: thirty times a long novel. What is longer is a list or a memory. */
const MAX_PARAGRAPHS = 200_000;

/** @throws Problem where a text is one paragraph without end, such as a table or code on one line, or very many */
function checkLength({ blocks }: RawArticle, name: string): void {
  if (blocks.length > MAX_PARAGRAPHS) {
    throw new Problem(
      'too-large',
      msg('“{name}” has too many paragraphs.', { name }),
      msg('It has {paragraphs}; up to {most} are read.', { paragraphs: blocks.length, most: MAX_PARAGRAPHS }),
      'Split it into parts, or bring it in as a translation memory if it is a list.',
    );
  }
  const length = blocks.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
  if (length <= MAX_PARAGRAPH_LENGTH) return;
  throw new Problem(
    'too-large',
    msg('“{name}” has a paragraph that is too long.', { name }),
    msg('It has {length} characters; up to {most} are read.', { length, most: MAX_PARAGRAPH_LENGTH }),
    'Check that it is a text for people, and break it into lines.',
  );
}

function read(input: ArticleInput, packs: PackFor): RawArticle | Promise<RawArticle> {
  const { shared } = packs(ANY_LANGUAGE);
  if ('bytes' in input) return readFile(input.bytes, input.name, shared, input.encoding, input.charset);
  return 'html' in input ? readPasted(input.html, input.name) : readText(input.text, input.name, shared);
}

/** The problems of work that reads an article, and what to do where it is too much. */
export function articleRefusals(refused: Message) {
  return fileRefusals({
    refused,
    broken: msg('Open it in the program it comes from, save it as text, or paste the text.'),
    because: (reason) => msg('Its contents are damaged or too deeply nested ({reason}).', { reason }),
  });
}

export const readArticle = work<ArticleInput, RawArticle>(
  'read an article',
  {
    room: 'reading',
    ...articleRefusals(msg('Save only the text, without pictures and formatting, or paste it.')),
  },
  ({ packs }, input) => rawArticle(input, packs),
);

type Unsorted = Pick<ArticleInLanguage, 'text' | 'blocks' | 'language'> & {
  readonly known: Parameters<typeof classify>[2];
};

export const classifyBlocks = work<Unsorted, ReturnType<typeof classify>>(
  'say what the blocks of an article are',
  { room: 'reading' },
  async ({ packs }, { text, blocks, language, known }) => classify({ text, blocks }, packs(language), known),
);

/** Short text without markup, which no parser sees. */
function isShortText(input: ArticleInput): boolean {
  if ('html' in input) return false;
  if ('text' in input) return input.text.length <= SHORT_TEXT_LENGTH;
  const { bytes, name } = input;
  if (bytes.length > SHORT_TEXT_LENGTH || /\.(?:md|markdown)$/iu.test(name)) return false;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return !/^(?:PK|%PDF|\{\\rtf)|<|^[\w-]+:/u.test(head) && !bytes.subarray(0, 20_000).includes(0x3c);
}
