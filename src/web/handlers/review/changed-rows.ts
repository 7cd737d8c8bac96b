import type { Request, Response } from 'express';
import type { App } from '../../../app/app.ts';
import type { EditResult } from '../../../app/parts.ts';
import { historyLabels, reviewCounts } from '../../../app/review/review.ts';
import { reviewRows } from '../../../app/review/review-row.ts';
import type { EditAnswer } from '../../../core/wire/edits.ts';
import { idIn } from '../../forms.ts';
import { type InterfaceLanguage, languageOf, translatorIn } from '../../language.ts';
import { rowHtml } from '../../review-rows.ts';
import { answer } from '../../wire.ts';

/** A request for an edit, and who made it. */
interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly author: string;
}

/** The rows that changed, for a page that swaps them; or the page, at the row, for one that cannot. */
export async function answerWithRows(
  app: App,
  { request, response, author }: Asked,
  result: EditResult,
): Promise<void> {
  const id = idIn(request);
  const [first] = result.beads;
  if (request.accepts(['html', 'json']) !== 'json') {
    response.redirect(303, `/bitexts/${id}#b${first ?? ''}`);
    return;
  }
  const change = await changeFor(app, id, result, { author, language: languageOf(request) });
  // Every edit is answered alike.
  answer('POST /bitexts/:id/edits', response, change);
}

/** Whom a change is shown to, and in which language. */
interface Viewer {
  readonly author: string;
  readonly language: InterfaceLanguage;
}

/** What a page needs to show an edit: the rows that are there now, counts, and what the reader may undo. */
export async function changeFor(
  app: App,
  id: number,
  result: EditResult,
  { author, language }: Viewer,
): Promise<EditAnswer> {
  const head = { id, ...result.slice };
  const history = await historyLabels(app, id, author);
  const { t } = translatorIn(language);
  const rows = (await reviewRows(app, id, result.slice)).filter((row) => result.beads.includes(row.bead.id));
  return {
    seq: result.seq,
    label: t(result.label),
    removed: result.removed,
    rows: await Promise.all(
      rows.map(async (row) => ({
        id: row.bead.id,
        html: await rowHtml(row, head, language),
      })),
    ),
    counts: await reviewCounts(app, id),
    history: { undo: history.undo && t(history.undo), redo: history.redo && t(history.redo) },
  };
}
