import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { lookAt } from '../../../app/library/sources/look.ts';
import { acceptProposal, openProposals, refuseProposal } from '../../../app/library/sources/proposals.ts';
import { addSource, openSources, removeSource, SCHEDULES, setActive } from '../../../app/library/sources/sources.ts';
import type { Problem } from '../../../core/problem.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm, signalOf } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { shownInForm } from '../../problems.ts';
import { get, post, type Route } from '../../route.ts';
import { sendView } from '../../views.ts';

/** The addresses of sources that are looked at by the clock, and of what is proposed of them. */
export function sourceRoutes(app: App): Route[] {
  return [
    get('/sources', 'read', show(app)),
    post('/sources', 'configure', add(app)),
    post('/sources/:source', 'configure', change(app)),
    post('/proposals/:proposal/accept', 'edit', accept(app)),
    post('/proposals/:proposal/refuse', 'edit', refuse(app)),
  ];
}

const show =
  (app: App): RequestHandler =>
  async (_request, response) => {
    await sendSources(app, response, null, '');
  };

const SCHEDULE_NAMES = Object.keys(SCHEDULES) as (keyof typeof SCHEDULES)[];

const Form = z.object({
  place: z.string().trim().max(2000),
  /** With commas between. */
  languages: z.string().max(200).default(''),
  schedule: z.enum(SCHEDULE_NAMES).default('hour'),
});

const add =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { place, languages, schedule } = readForm(Form, request.body);
    const wanted = languages.split(/[\s,;]+/u).filter(Boolean);
    try {
      await addSource(app, { place, languages: wanted, schedule: SCHEDULES[schedule] });
      response.redirect(303, '/sources');
    } catch (error) {
      await sendSources(app, response, shownInForm(error, response), place);
    }
  };

const Action = z.object({ action: z.enum(['look', 'pause', 'resume', 'delete']) });

const change =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'source');
    const { action } = readForm(Action, request.body);
    if (action === 'look') await lookAt(app, id);
    else if (action === 'delete') await removeSource(app, id);
    else await setActive(app, id, action === 'resume');
    response.redirect(303, '/sources');
  };

const accept =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { t } = translatorIn(languageOf(request));
    const turn = { t, author: authorOf(request, response), signal: signalOf(response) };
    const { kind, number } = await acceptProposal(app, idIn(request, 'proposal'), turn);
    response.redirect(303, kind === 'bitext' ? `/bitexts/${number}` : `/articles/${number}`);
  };

const refuse =
  (app: App): RequestHandler =>
  async (request, response) => {
    await refuseProposal(app, idIn(request, 'proposal'));
    response.redirect(303, '/sources');
  };

async function sendSources(app: App, response: Response, problem: Problem | null, typed: string): Promise<void> {
  await sendView(response, 'library/sources', {
    sources: await openSources(app),
    proposals: await openProposals(app),
    problem,
    typed,
  });
}
