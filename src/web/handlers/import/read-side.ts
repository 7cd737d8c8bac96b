import type { Response } from 'express';
import type { App } from '../../../app/app.ts';
import { type PreparedArticle, prepareArticle } from '../../../app/import/article-intake.ts';
import type { Side } from '../../../core/bitext/bitext.ts';
import type { Problem } from '../../../core/problem.ts';
import { shownInForm } from '../../problems.ts';
import { articleIn, inputOf, type TypedSide } from './pair-form.ts';

/** A side of the form: what was read, or why nothing was. */
export type ReadSide = { readonly article: PreparedArticle } | { readonly problem: Problem };

/** Reads a side of the form; what no person can mend is thrown. */
export async function readSide(app: App, side: Side, typed: TypedSide, response: Response): Promise<ReadSide> {
  const request = response.req;
  try {
    const input = await inputOf(app, side, response, typed);
    const before = 'bytes' in input ? null : articleIn(typed.read);
    // An article that came back to the form and was not changed there keeps its structure and the kinds of its lines.
    if (before && before.text === typed.text.replaceAll('\r\n', '\n')) {
      const prepared = await prepareArticle({ text: before.text, name: side, language: input.language }, app.packs);
      return { article: { ...prepared, ...before, findings: [], encoding: '', unsorted: undefined } };
    }
    return { article: await prepareArticle(input, app.packs, app.intake) };
  } catch (error) {
    if (request.accepts(['html', 'json']) === 'json') throw error;
    return { problem: shownInForm(error, response) };
  }
}
