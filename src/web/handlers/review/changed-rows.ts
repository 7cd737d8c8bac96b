import type { Request, Response } from 'express';
import type { App } from '../../../app/app.ts';
import type { EditResult, LiveEdit } from '../../../app/parts.ts';
import { historyLabels, MAX_WHOLE_ROWS, reviewCounts } from '../../../app/review/review.ts';
import { reviewRows } from '../../../app/review/review-row.ts';
import type { EditAnswer } from '../../../core/wire/edits.ts';
import { idIn } from '../../forms.ts';
import { type InterfaceLanguage, languageOf, translatorIn } from '../../language.ts';
import { rowHtml } from '../../rows/review-rows.ts';
import { answer, eventBytes } from '../../wire.ts';

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
async function changeFor(app: App, id: number, result: EditResult, viewer: Viewer): Promise<EditAnswer> {
  return { ...(await renderChange(app, id, result, viewer.language)), history: await labelsFor(app, id, viewer) };
}

/** What was made of an edit for those who look at it, by language. */
const shown = new WeakMap<EditResult, Map<string, Promise<Omit<EditAnswer, 'history'>>>>();
const sentChanges = new WeakMap<LiveEdit, Map<string, Promise<Buffer>>>();

/**
 * An edit as it is sent to a page, made once for everybody who reads in one language: what somebody may undo is changed by that
 * person alone.
 */
export function liveChangeFor(app: App, id: number, edit: LiveEdit, { author, language }: Viewer): Promise<Buffer> {
  const isOwn = author === edit.author;
  return memoised(sentChanges, edit, `${language} ${isOwn}`, async () => {
    const history = isOwn ? await labelsFor(app, id, { author, language }) : null;
    const change = { ...(await renderChange(app, id, edit.result, language)), history };
    return eventBytes('GET /bitexts/:id/events', { id: edit.clientId, change });
  });
}

function renderChange(app: App, id: number, result: EditResult, language: InterfaceLanguage) {
  return memoised(shown, result, language, async () => {
    const head = { id, ...result.slice };
    const beads = new Set(result.beads);
    // Pages open anew where so much has changed.
    const isMuch = result.beads.length > MAX_WHOLE_ROWS;
    const rows = isMuch ? [] : (await reviewRows(app, id, result.slice)).filter((row) => beads.has(row.bead.id));
    return {
      seq: result.seq,
      label: translatorIn(language).t(result.label),
      removed: isMuch ? [] : result.removed,
      rows: await Promise.all(
        rows.map(async (row) => ({
          id: row.bead.id,
          html: await rowHtml(row, head, language),
        })),
      ),
      counts: await reviewCounts(app, id),
    };
  });
}

async function labelsFor(app: App, id: number, { author, language }: Viewer): Promise<EditAnswer['history']> {
  const { undo, redo } = await historyLabels(app, id, author);
  const { t } = translatorIn(language);
  return { undo: undo && t(undo), redo: redo && t(redo) };
}

/** Makes something of a value once, and keeps it as long as the value itself. */
function memoised<Key extends object, Made>(
  kept: WeakMap<Key, Map<string, Promise<Made>>>,
  of: Key,
  as: string,
  make: () => Promise<Made>,
): Promise<Made> {
  const known = kept.get(of) ?? new Map<string, Promise<Made>>();
  kept.set(of, known);
  const made = known.get(as) ?? make();
  known.set(as, made);
  return made;
}
