import { type Message, msg, sentences } from '../../../core/message.ts';
import { Problem, partsOf } from '../../../core/problem.ts';
import { claimSource, dueSources, endLook, type SourceRun, type StoredSource } from '../../../store/sources/sources.ts';
import type { App } from '../../app.ts';
import { nextTime } from '../../by-clock.ts';
import { findPages } from './find-pages.ts';
import { findPairs } from './find-pairs.ts';
import { readFetchedFeed } from './read-feed.ts';
import { sourceOf } from './sources.ts';

/** A look ends after so long, and so does its claim, in ms: what it has not come to then waits for the next. */
const LOOK_MS = 10 * 60_000;
/** Entries of a feed that are looked at, the first ones. */
const MOST_ENTRIES = 40;

/**
 * Looks at a source now: fetches its feed, then the pages that are new, politely one after another.
 * @returns what it came to; what failed is in it
 * @throws Problem `not-found`, `conflict` where a look is under way
 */
export async function lookAt(app: App, id: number): Promise<SourceRun> {
  const source = await sourceOf(app, id);
  const at = app.now();
  const until = new Date(Date.parse(at) + LOOK_MS).toISOString();
  if (!(await claimSource(app.store.db, id, { program: app.leases.id, now: at, until }))) {
    throw new Problem('conflict', 'This source is being looked at.', '', 'Wait until it is done.');
  }
  const counts = { found: 0, proposed: 0, missed: 0 };
  const failure = await gather(app, source, counts).catch(wordsFor);
  const endedAt = app.now();
  const run = { at, endedAt, ...counts, failure };
  await app.store.transaction((tx) => endLook(tx, id, { ...run, nextAt: nextTime(source.schedule, endedAt) }));
  return run;
}

/** Looks at every source whose time has come, one after another. */
export async function lookAtDue(app: App): Promise<void> {
  for (const id of await dueSources(app.store.db, app.now())) {
    // Another program may have taken it on meanwhile, or somebody deleted it.
    await lookAt(app, id).catch(() => {});
  }
}

/** Returns the first thing that failed; null where nothing did. */
async function gather(
  app: App,
  { id, place, languages }: StoredSource,
  counts: { found: number; proposed: number; missed: number },
): Promise<Message | null> {
  const signal = AbortSignal.timeout(LOOK_MS - 60_000);
  const feed = await app.pages.fetch(place, signal, 'feed');
  const entries = await app.pool.run(readFetchedFeed, feed, { signal });
  let failure: Message | null = null;
  const fresh: number[] = [];
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    counts.found += 1;
    try {
      fresh.push(...(await findPages(app, entry, { source: id, languages, signal })));
    } catch (error) {
      // One page that cannot be read keeps nobody from the others.
      counts.missed += 1;
      failure ??= wordsFor(error);
    }
  }
  counts.proposed = fresh.length;
  await findPairs(app, fresh);
  return failure;
}

function wordsFor(error: unknown): Message {
  if (error instanceof Problem) return sentences(partsOf(error));
  return msg('The look failed: {reason}', { reason: error instanceof Error ? error.message : String(error) });
}
