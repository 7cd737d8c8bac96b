import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { lookUp, lookUpRow } from '../../../app/library/lookup.ts';
import type { RowMatch } from '../../../core/wire/rows.ts';
import { idIn, readForm } from '../../forms.ts';
import { LookupForm } from '../../glossary-queries.ts';
import { wordDiff } from '../../view-helpers.ts';
import { sendView } from '../../views.ts';
import { answer } from '../../wire.ts';

/** A sentence looked up by hand. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    const query = readForm(LookupForm, request.query);
    const { q: text, from, to, least: atLeast } = query;
    const matches = text && from && to ? await lookUp(app, { text, from, to, atLeast, most: 50 }) : null;
    const isIndexing = matches !== null && (await app.searchIndex.isIndexing());
    await sendView(response, 'library/lookup', { isIndexing, query, matches });
  };

/** What the memory has for a row, with the words that differ. */
export const forRow =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { text, props, matches } = await lookUpRow(app, idIn(request), idIn(request, 'bead'));
    answer('GET /bitexts/:id/rows/:bead/memory', response, {
      isIndexing: await app.searchIndex.isIndexing(),
      props,
      matches: matches.map((match): RowMatch => {
        const { score, source, target, title, bitext, bead, props: own } = match;
        return { score, source: wordDiff(text, source), target, title, bitext, bead, props: own };
      }),
    });
  };
