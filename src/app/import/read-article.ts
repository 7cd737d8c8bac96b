import { ANY_LANGUAGE } from '../../core/glossary/any-language.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { classify } from '../../core/text/kinds.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { withoutCodeCharacters } from '../../intake/articles/code-characters.ts';
import { type RawArticle, readFile, readPasted, readText } from '../../intake/articles/read-file.ts';
import type { Pool } from '../desk.ts';
import type { ArticleInLanguage, ArticleInput, IntakeTools } from '../intake-tools.ts';
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

/** Reads what somebody has brought, in the thread that asks. */
export async function rawArticle(input: ArticleInput, packs: PackFor): Promise<RawArticle> {
  return withoutCodeCharacters(await read(input, packs), input.name);
}

function read(input: ArticleInput, packs: PackFor): RawArticle | Promise<RawArticle> {
  const { shared } = packs(ANY_LANGUAGE);
  if ('bytes' in input) return readFile(input.bytes, input.name, shared, input.encoding, input.charset);
  return 'html' in input ? readPasted(input.html, input.name) : readText(input.text, input.name, shared);
}

export const readArticle = work<ArticleInput, RawArticle>(
  'read an article',
  {
    room: 'reading',
    refused: ({ name }, why) =>
      new Problem(
        'too-large',
        msg('“{name}” is too much to read.', { name }),
        why,
        'Save only the text, without pictures and formatting, or paste it.',
      ),
    broken: ({ name }, why) =>
      new Problem(
        'unreadable-file',
        msg('“{name}” cannot be read.', { name }),
        msg('Its contents are damaged or too deeply nested ({reason}).', { reason: why }),
        'Open it in the program it comes from, save it as text, or paste the text.',
      ),
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
