import type { LanguageVersion } from '../../../core/article.ts';
import { msg } from '../../../core/message.ts';
import { type DocumentFeatures, documentFeatures } from '../../../core/pair/document-features.ts';
import { sameLanguage } from '../../../core/text/language-tag.ts';
import { sentencesToAlign } from '../../../core/text/segment.ts';
import type { ArticleInput } from '../../intake-tools.ts';
import { work } from '../../jobs/work.ts';
import { prepareArticle } from '../article-intake.ts';
import { articleRefusals, rawArticle } from '../read-article.ts';

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
    ...articleRefusals(msg('Save only the text, or split it.')),
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
