import { setTimeout } from 'node:timers/promises';
import type { Response } from 'express';
import type { WorkOrder } from '../app/desk.ts';
import { wordsOf } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { withinRoles } from './door/within-roles.ts';
import { signalOf } from './forms.ts';
import { languageOf } from './language.ts';
import { noteFault } from './operation/faults.ts';
import { smallerPieces } from './smaller-answers.ts';
import type { PageHead } from './views/page-views.ts';
import { renderView, type Views, viewFor } from './views.ts';

/** Work that takes less, in ms, is answered like any other; a person who waits longer wants to see progress. */
const QUICK_WORK_MS = 1000;
/** How often the progress is sent to the page, in ms. */
const PROGRESS_INTERVAL_MS = 1000;

/** A page that is sent while the work for it is done. */
interface WorkPage<Name extends keyof Views> {
  /** The view of what stands between head and foot. */
  readonly view: Name;
  readonly head: PageHead;
  /** Where a person goes who does not want to wait. */
  readonly back: string;
  /** Does the work; it ends when the browser goes away. */
  work(order: WorkOrder): Promise<Views[Name]>;
}

/**
 * Answers with what some work has found. Where that takes long the page is sent at once, says every second how far the
 * work has come, and ends with what it has found: no script is needed for it. To go to another page ends the work.
 */
export async function sendWork<Name extends keyof Views>(response: Response, page: WorkPage<Name>): Promise<void> {
  const language = languageOf(response.req);
  let share: number | null = null;
  const order: WorkOrder = {
    signal: signalOf(response),
    onProgress(done) {
      share = done;
    },
  };
  const main = page.work(order).then((data) => viewFor(response.req, page.view, data));
  const [head, foot] = [
    await viewFor(response.req, 'partials/head', page.head),
    await renderView(language, 'partials/foot', {}),
  ];
  const soon = await within(main, QUICK_WORK_MS);
  response.type('html');
  if (soon !== null) {
    response.send(withinRoles(head + soon + foot, response.req));
    return;
  }
  const pieces = smallerPieces(response);
  pieces.write(`${withinRoles(head, response.req)}<div class="work">`);
  let shown: string | null = null;
  for (let result: string | null = null; result === null; ) {
    const working: string = await renderView(language, 'partials/working', {
      share,
      back: page.back,
      first: shown === null,
    });
    if (working !== shown) pieces.write(working);
    shown = working;
    result = await within(main, PROGRESS_INTERVAL_MS).catch((error: unknown) => problemIn(response, error));
    if (result !== null) pieces.write(`<div>${withinRoles(result, response.req)}</div>`);
  }
  pieces.end(`</div>${foot}`);
}

/** What becomes of work within some time; null where it is not done yet. */
async function within<T>(work: Promise<T>, time: number): Promise<T | null> {
  const over = new AbortController();
  const late = setTimeout(time, null, { signal: over.signal }).catch(() => null);
  return Promise.race([work, late]).finally(() => over.abort());
}

/** The page has begun, so that its status cannot be changed: what has gone wrong stands in it. */
function problemIn(response: Response, error: unknown): Promise<string> {
  const known = error instanceof Problem && error.code !== 'internal';
  if (!known) noteFault(response, error);
  const problem = known
    ? error
    : new Problem(
        'internal',
        'Unexpected error.',
        wordsOf(error),
        'No partial change was saved. Try again; if it happens again, report it with the text above.',
      );
  return renderView(languageOf(response.req), 'partials/problem-box', { problem });
}
