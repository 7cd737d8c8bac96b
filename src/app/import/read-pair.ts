import type { SegmentKind } from '../../core/bitext/bitext.ts';
import type { BitextSide } from '../../core/bitext/from-alignment.ts';
import { withFormatting } from '../../core/bitext/inline/formatting.ts';
import { plainText } from '../../core/bitext/inline/plain-text.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { sentencesToAlign } from '../../core/text/segment.ts';
import { decode } from '../../intake/decode.ts';
import { detectLanguage } from '../../intake/detect-language.ts';
import type { SegmentedPair } from '../align/align-pair.ts';
import type { Languages } from '../desk.ts';
import type { ArticleInput, IntakeTools } from '../intake-tools.ts';
import { type PreparedArticle, prepareArticle } from './article-intake.ts';
import { settlePair } from './settle-pair.ts';

/** Two files to align outside the store. */
export interface PairInput {
  readonly source: FileInput;
  readonly target: FileInput;
  /** One segment a line, taken as they are; blank lines are segments that hold nothing. */
  readonly segmented: boolean;
}

type FileInput = Extract<ArticleInput, { readonly bytes: Uint8Array }>;

/** Reads two files and cuts them into segments. */
export async function readPair(
  { source, target, segmented }: PairInput,
  languages: Languages,
  tools: IntakeTools = {},
): Promise<SegmentedPair> {
  if (segmented) {
    const [from, to] = await Promise.all([segmentedSide(source), segmentedSide(target)]);
    return { source: from, target: to };
  }
  const [first, second] = await Promise.all(
    [source, target].map((input) => prepareArticle(input, languages.packs, tools)),
  );
  const pair = await settlePair({ source: first!, target: second! }, languages, tools);
  const side = (article: PreparedArticle): BitextSide => ({
    language: article.language,
    sentences: withFormatting(sentencesToAlign(article, languages.packs), article),
  });
  return { source: side(pair.source), target: side(pair.target) };
}

async function segmentedSide({ bytes, name, language, encoding }: FileInput): Promise<BitextSide> {
  if (bytes.length === 0)
    throw new Problem('empty-text', msg('“{name}” is empty.', { name }), '', 'Give a file with one segment per line.');
  const { text } = decode(bytes, name, undefined, encoding);
  let paragraph = 0;
  const lines = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  return {
    language: language ?? (await detectLanguage(text)).language,
    sentences: lines.map((line) => {
      if (!line.trim()) paragraph += 1;
      return { text: plainText(line).trim(), paragraph, kind: 'body' satisfies SegmentKind };
    }),
  };
}
