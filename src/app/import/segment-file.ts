import type { Finding } from '../../core/finding.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { type Sentence, segmentBlocks } from '../../core/text/segment.ts';
import type { ArticleInput, IntakeTools } from '../intake-tools.ts';
import { prepareArticle } from './article-intake.ts';

/** All sentences of a file in order, boilerplate too; offsets count in the decoded text. */
export async function segmentFile(
  input: ArticleInput,
  packs: PackFor,
  tools: IntakeTools = {},
): Promise<{ sentences: Sentence[]; findings: readonly Finding[] }> {
  const article = await prepareArticle(input, packs, tools);
  return {
    sentences: segmentBlocks(article.text, article.blocks, packs(article.language)),
    findings: article.findings,
  };
}
