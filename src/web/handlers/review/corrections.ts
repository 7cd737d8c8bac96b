import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { leftOutLines } from '../../../app/review/left-out.ts';
import { applyCorrections } from '../../../app/review/word/apply-corrections.ts';
import { planCorrections } from '../../../app/review/word/plan-corrections.ts';
import { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { idIn, jsonIn, readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

/** Shows what a Word file that was corrected would change; nothing is changed yet. */
export const showCorrections =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    try {
      const { file } = request;
      if (!file) throw new Problem('bad-request', 'No file was chosen.', '', 'Choose a .docx file.');
      const { buffer: bytes, originalname: name } = file;
      const plan = await planCorrections(app, head.id, { bytes, name }, signalOf(response));
      await sendView(response, 'review/corrections', { head, ...plan, token: randomUUID() });
    } catch (error) {
      if (request.accepts(['html', 'json']) === 'json') throw error;
      const problem = shownInForm(error, response);
      await sendView(response, 'review/update-texts', { head, leftOut: await leftOutLines(app, head.id), problem });
    }
  };

const Corrections = z.array(
  z.object({
    bead: z.int().positive(),
    key: z.string().max(20),
    target: z.array(z.string().trim().min(1).max(1_000_000)),
    note: z.string().max(10_000),
  }),
);
const Form = z.object({ corrections: z.string(), clientId: z.uuid() });

/** Makes the corrections that were shown, all or none, and goes to the first row of them. */
export const correct =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    const { corrections, clientId } = readForm(Form, request.body);
    const wanted = readForm(Corrections, jsonIn(corrections));
    await applyCorrections(app, id, wanted, { clientId, author: authorOf(request, response) });
    response.redirect(303, `/bitexts/${id}#b${wanted[0]?.bead}`);
  };
