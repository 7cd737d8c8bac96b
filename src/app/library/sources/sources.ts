import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { languageTag } from '../../../core/text/language-name.ts';
import { isWebAddress } from '../../../core/text/web-address.ts';
import {
  deleteSource,
  insertSource,
  listSources,
  runsOf,
  type SourceRun,
  type StoredSource,
  setSourceActive,
} from '../../../store/sources/sources.ts';
import type { App } from '../../app.ts';
import { nextTime } from '../../by-clock.ts';

export type { SourceRun, StoredSource };

/** Times that a form offers, as cron says them. */
export const SCHEDULES = { quarter: '*/15 * * * *', hour: '7 * * * *', day: '7 6 * * *' } as const;

/** A source with its looks, the last first. */
export type ListedSource = StoredSource & { readonly runs: readonly SourceRun[] };

export async function openSources({ store }: Pick<App, 'store'>): Promise<ListedSource[]> {
  const listed: ListedSource[] = [];
  for (const source of await listSources(store.db)) listed.push({ ...source, runs: await runsOf(store.db, source.id) });
  return listed;
}

/** @throws Problem `not-found` */
export async function sourceOf({ store }: Pick<App, 'store'>, id: number): Promise<StoredSource> {
  const source = (await listSources(store.db)).find((one) => one.id === id);
  if (source) return source;
  throw new Problem(
    'not-found',
    msg('Source {source} not found.', { source: String(id) }),
    'It may have been deleted.',
  );
}

/** A feed that is to be looked at. */
export interface NewSource {
  readonly place: string;
  /** Whose versions of a page are fetched, too. */
  readonly languages: readonly string[];
  /** As cron says it; each hour if not given. */
  readonly schedule?: string | undefined;
}

/**
 * Adds a source; it is looked at as soon as the clock looks.
 * @throws Problem `bad-request` where its address, a language or its times are none, or it is there already
 */
export async function addSource({ store, now }: Pick<App, 'store' | 'now'>, given: NewSource): Promise<number> {
  const place = given.place.trim();
  const { schedule = SCHEDULES.hour } = given;
  if (!isWebAddress(place)) {
    throw new Problem(
      'bad-request',
      'This is not an address on the web.',
      '',
      'Give the address of the feed, with http:// or https://.',
    );
  }
  const languages = given.languages.map((language) => {
    const tag = languageTag(language);
    if (tag !== null) return tag;
    throw new Problem(
      'bad-request',
      msg('“{language}” is not a language.', { language }),
      '',
      'Use tags such as en or fr-CA.',
    );
  });
  const at = now();
  nextTime(schedule, at);
  return store.transaction(async (tx) => {
    if ((await listSources(tx)).some((one) => one.place === place)) {
      throw new Problem('bad-request', 'This source is there already.');
    }
    return insertSource(tx, { place, languages, schedule, nextAt: at }, at);
  });
}

/** Has the clock look at a source, or leave it alone. */
export async function setActive(app: Pick<App, 'store'>, id: number, isActive: boolean): Promise<void> {
  await sourceOf(app, id);
  await setSourceActive(app.store.db, id, isActive);
}

/** Forgets a source; what was found of it stays. */
export async function removeSource(app: Pick<App, 'store'>, id: number): Promise<void> {
  await sourceOf(app, id);
  await deleteSource(app.store.db, id);
}
