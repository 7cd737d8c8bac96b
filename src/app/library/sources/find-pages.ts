import { createHash } from 'node:crypto';
import { sameLanguage } from '../../../core/text/language-tag.ts';
import type { FeedEntry } from '../../../intake/feeds/read-feed.ts';
import { findRevision } from '../../../store/articles.ts';
import { revisionsOf } from '../../../store/library/article-details.ts';
import { articleFrom, findPage, type NewPage, putPage, setStamp, settlePage } from '../../../store/sources/pages.ts';
import { propose } from '../../../store/sources/proposals.ts';
import type { App } from '../../app.ts';
import { type PreparedArticle, prepareArticle } from '../../import/article-intake.ts';

/** What a look goes by. */
export interface Look {
  readonly source: number;
  readonly languages: readonly string[];
  readonly signal: AbortSignal;
}

/** What became of an entry of a source: numbers of pages that are proposed now. */
export type Found = readonly number[];

/**
 * Fetches the page that an entry names, unless the source says that it is as it was, and the versions of it that are wanted, and
 * proposes what is new: an article, or the new text of one that is there.
 * @throws Problem where the page cannot be fetched or read
 */
export async function findPages(app: App, { address, stamp }: FeedEntry, look: Look): Promise<Found> {
  const known = await findPage(app.store.db, 'address', address);
  // Without a stamp nothing says whether it has changed: it is read once.
  if (known && known.stamp === stamp) return [];
  const { page, article } = await read(app, address, look);
  const found = [...(await note(app, { ...page, address, stamp }))];
  for (const version of wantedVersions(article, look.languages)) {
    if (await findPage(app.store.db, 'address', version)) continue;
    const other = await read(app, version, look);
    found.push(...(await note(app, { ...other.page, address: version, stamp: '' })));
  }
  return found;
}

async function read(
  app: App,
  address: string,
  { source, signal }: Look,
): Promise<{ readonly page: Omit<NewPage, 'stamp'>; readonly article: PreparedArticle }> {
  const { bytes, name, charset, address: place } = await app.pages.fetch(address, signal, 'page as it is now');
  const article = await prepareArticle({ bytes, name, charset, address: place }, app.packs, app.intake, signal);
  const { language, title, published, text, versions } = article;
  const page = {
    source,
    address,
    hash: createHash('sha256').update(text).digest('base64url'),
    language,
    title,
    published,
    versions: versions ?? [],
    text,
    name,
    charset: charset ?? '',
    bytes,
  };
  return { page, article };
}

/** Of each language that is wanted, the address of the page's version in it. */
function wantedVersions({ versions = [] }: PreparedArticle, languages: readonly string[]): string[] {
  return languages.flatMap((wanted) => {
    const version = versions.find(({ language }) => sameLanguage(language, wanted));
    return version ? [version.address] : [];
  });
}

/** Stores a page and proposes it, where nobody has decided on it or its text, and no article has this text. */
async function note(app: App, page: NewPage): Promise<Found> {
  return app.store.transaction(async (tx) => {
    const before = await findPage(tx, 'address', page.address);
    if (before?.isRefused || before?.hash === page.hash) {
      if (before) await setStamp(tx, before.id, page.stamp);
      return [];
    }
    // The same text under another address, such as that of the same story in a second feed.
    if (!before && (await findPage(tx, 'hash', page.hash))) return [];
    const article = before?.article ?? (await articleFrom(tx, page.address));
    const number = await putPage(tx, page);
    if (article !== null) {
      const [newest] = await revisionsOf(tx, article);
      const revision = newest && (await findRevision(tx, newest.id));
      if (!revision || plain(revision.text) === plain(page.text)) {
        await settlePage(tx, number, article);
        return [];
      }
    }
    const isNew = await propose(tx, number, article === null ? 'article' : 'revision', app.now());
    return isNew ? [number] : [];
  });
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
