import type { RequestHandler } from 'express';
import type { App } from '../../../app/app.ts';
import { pairDoubts } from '../../../app/import/pair-doubts.ts';
import { settlePair } from '../../../app/import/settle-pair.ts';
import type { Side } from '../../../core/bitext/bitext.ts';
import { signalOf } from '../../forms.ts';
import { sendView } from '../../views.ts';
import { typedPair } from './pair-form.ts';
import { type ReadSide, readSide } from './read-side.ts';
import { isEmptySide } from './side-input.ts';

/** What there is to say of a side before it is sent. */
export type InspectedSide = ReadSide;

/** Says what stands on the two sides of the form, as a piece of its page: language, length and title of each, and whether they belong together. */
export const inspect =
  (app: App): RequestHandler =>
  async (request, response) => {
    const typed = typedPair(request);
    const read = async (side: Side) =>
      isEmptySide(request, side, typed[side]) ? null : readSide(app, side, typed[side], response);
    const [source, target] = [await read('source'), await read('target')];
    // What cannot be read is what this says.
    response.status(200);
    if (!source || !target || 'problem' in source || 'problem' in target) {
      return sendView(response, 'import/inspection', { sides: { source, target }, doubts: null });
    }
    const signal = signalOf(response);
    const articles = { source: source.article, target: target.article };
    const pair = await settlePair(articles, app, app.intake, signal);
    await sendView(response, 'import/inspection', {
      sides: { source: { article: pair.source }, target: { article: pair.target } },
      doubts: await pairDoubts(app, pair, signal),
    });
  };
