import type { LanguageVersion } from '../../../core/article.ts';
import { msg } from '../../../core/message.ts';
import { type DocumentFeatures, documentFeatures } from '../../../core/pair/document-features.ts';
import { Problem } from '../../../core/problem.ts';
import { sameLanguage } from '../../../core/text/language-tag.ts';
import { sentencesToAlign } from '../../../core/text/segment.ts';
import type { ArticleInput } from '../../intake-tools.ts';
import { work } from '../../jobs/work.ts';
import { prepareArticle } from '../article-intake.ts';
import { rawArticle } from '../read-article.ts';

/** A file of a heap, and its name without what says its language, where it says one. */
export type HeapFile = Extract<ArticleInput, { readonly bytes: Uint8Array }> & { readonly stem: string };

/**
 * Reads a file of any format and gives what it is compared by when counterparts are looked for; the text is not kept. A
 * page that names its versions in several languages names its own address among them.
 */
export const readFeatures = work<HeapFile, DocumentFeatures>(
  'read what a document is compared by',
  {
    room: 'reading',
    refused: ({ name }, why) =>
      new Problem('too-large', msg('“{name}” is too much to read.', { name }), why, 'Save only the text, or split it.'),
    broken: ({ name }, why) =>
      new Problem(
        'unreadable-file',
        msg('“{name}” cannot be read.', { name }),
        msg('Its contents are damaged or too deeply nested ({reason}).', { reason: why }),
        'Open it in the program it comes from, save it as text, or paste the text.',
      ),
  },
  async ({ packs }, { stem, ...input }) => {
    let versions: readonly LanguageVersion[] = [];
    const article = await prepareArticle(input, packs, {
      read: async () => {
        const raw = await rawArticle(input, packs);
        versions = raw.versions ?? [];
        return raw;
      },
    });
    const { language } = article;
    const isOwn = (version: LanguageVersion) => sameLanguage(version.language, language);
    return documentFeatures({
      segments: sentencesToAlign(article, packs),
      pack: packs(language),
      published: article.published,
      address: input.address ?? versions.find(isOwn)?.address,
      versions: versions.filter((version) => !isOwn(version)).map(({ address }) => address),
      stem,
    });
  },
);
