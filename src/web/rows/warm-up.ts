import { setTimeout } from 'node:timers/promises';
import { type App, headOf } from '../../app/app.ts';
import { lastChangedBitext, rowsFrom } from '../../app/review/review.ts';
import { INTERFACE_LANGUAGES } from '../language.ts';
import { rowsHtml } from './review-rows.ts';

/** Rows by which it is done. */
const ROWS = 20;

/**
 * Makes some rows of the bitext that was changed last, for nobody: what languages, glossaries, templates and statements need the
 * first time is there then when somebody opens a page. Waits for it no longer than `patience`, in ms; the rest is done
 * between what people ask for. What fails here will fail, with a reason, where it is asked for.
 */
export async function warmUp(app: App, patience: number): Promise<void> {
  const isOver = new AbortController();
  const over = setTimeout(patience, undefined, { signal: isOver.signal }).catch(() => {});
  await Promise.race([someRows(app).catch(() => {}), over]);
  isOver.abort();
}

async function someRows(app: App): Promise<void> {
  const id = await lastChangedBitext(app);
  if (id === null) return;
  const [head, rows] = [await headOf(app, id), await rowsFrom(app, id, { from: 0, count: ROWS })];
  for (const language of INTERFACE_LANGUAGES) await rowsHtml(rows, head, language);
}
