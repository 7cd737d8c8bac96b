import { diffWordsWithSpace } from 'diff';
import type { RequestHandler } from 'express';
import type { App } from '../../app/app.ts';
import { lookUpRow } from '../../app/lookup.ts';
import { idIn } from '../forms.ts';

/** What the memory has for a row, with the words that differ. */
export const forRow =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { text, matches } = await lookUpRow(app, idIn(request), idIn(request, 'bead'));
    response.json({
      matches: matches.map(({ score, source, target, title, bitext, bead }) => ({
        score,
        target,
        title,
        bitext,
        bead,
        source: diffWordsWithSpace(text, source).map(({ value, added, removed }) => ({
          text: value,
          change: added ? 'ins' : removed ? 'del' : null,
        })),
      })),
    });
  };
