import { createHash } from 'node:crypto';
import { type Bead, reopened, type Segment } from '../../core/bitext/bitext.ts';
import type { TextsEdit } from '../../core/bitext/edit.ts';
import { staleRow } from '../../core/bitext/stale-row.ts';
import { patternOf, type TextQuery } from '../../core/bitext/text-query.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { readBitext } from '../../store/review/bitext-rows.ts';
import { type App, headOf } from '../app.ts';
import { textsReplaced } from '../jobs/run-pattern.ts';
import type { EditResult } from '../parts.ts';
import { doneBefore, editRows, type HistoryRequest } from './edit-bitext.ts';

/** A segment of the translation as a replacement would change it. */
export interface Replacement {
  readonly segment: number;
  readonly bead: number;
  /** The row's number, from 1. */
  readonly number: number;
  readonly from: string;
  readonly to: string;
  /** Names the text as it stands; carrying the replacement out takes it along. */
  readonly key: string;
}

/** What replacing a text in the translation would change. Segments that would be left empty stay as they are. */
export async function previewReplace(
  app: App,
  id: number,
  query: TextQuery,
  replacement: string,
): Promise<Replacement[]> {
  await headOf(app, id);
  const bitext = await readBitext(app.store.db, id);
  const texts = bitext.target.map(({ text }) => text);
  const replaced = textsReplaced(
    texts,
    patternOf(query),
    query.regex ? replacement : replacement.replaceAll('$', '$$$$'),
  );
  const places = new Map(
    bitext.beads.flatMap((bead, i) => bead.target.map((target) => [target, { bead, i }] as const)),
  );
  return bitext.target.flatMap((segment, k): Replacement[] => {
    const to = (replaced[k] ?? '').replace(/\s*\n\s*/gu, ' ').trim();
    const place = places.get(segment.id);
    if (!place || to === '' || to === segment.text) return [];
    return [
      { segment: segment.id, bead: place.bead.id, number: place.i + 1, from: segment.text, to, key: keyOf(segment) },
    ];
  });
}

/**
 * Replaces a text in the chosen segments, as one edit. Rows that were confirmed are open again.
 * @param chosen the segments' keys in the preview
 * @throws Problem `conflict` where one of them has changed since
 */
export async function replaceText(
  app: App,
  id: number,
  { query, replacement, chosen }: { query: TextQuery; replacement: string; chosen: ReadonlyMap<number, string> },
  request: HistoryRequest,
): Promise<EditResult> {
  const done = await doneBefore(app, id, request.clientId);
  if (done) return done;
  if (chosen.size === 0) throw new Problem('bad-request', 'No segment was chosen.', '', 'Choose at least one.');
  const found = new Map((await previewReplace(app, id, query, replacement)).map((one) => [one.segment, one]));
  const wanted = [...chosen].map(([segment, key]) => {
    const one = found.get(segment);
    if (one?.key !== key) throw staleRow(one?.bead ?? 0);
    return one;
  });
  const beads = new Set(wanted.map(({ bead }) => bead));
  const texts = wanted.map(({ segment, from, to }) => ({ segment, from, to }));
  return editRows(
    app,
    id,
    [...beads],
    (slice): TextsEdit => ({
      type: 'texts',
      side: 'target',
      texts,
      marks: slice.beads.filter(({ id: bead }) => beads.has(bead)).map(reopenedMark),
    }),
    {
      ...request,
      label:
        wanted.length === 1
          ? msg('Replaced in a segment')
          : msg('Replaced in {count} segments', { count: wanted.length }),
    },
  );
}

function reopenedMark({ id, status, note }: Bead): TextsEdit['marks'][number] {
  return { bead: id, from: { status, note }, to: { status: reopened(status), note } };
}

function keyOf({ text }: Segment): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
