import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { acceptEntry, rejectEntry, unrejectEntry } from '../../../app/glossary/candidates.ts';
import { proposeEntries } from '../../../app/glossary/propose-entries.ts';
import { CONCEPT_KINDS, GENDERS } from '../../../core/glossary/concept.ts';
import type { CandidateDecision } from '../../../core/wire/glossary.ts';
import { authorOf } from '../../author.ts';
import { idIn, readForm } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { answer } from '../../wire.ts';
import { sendWork } from '../../work-page.ts';

export const showCandidates =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    await sendWork(response, {
      view: 'glossary/candidates',
      head: {
        title: translatorIn(languageOf(request)).t('Candidates of {title}', { title: head.title }),
        at: 'glossary',
        script: 'pages/candidates',
      },
      back: `/bitexts/${head.id}`,
      work: async (order) => ({ head, ...(await app.pool.run(proposeEntries, { id: head.id }, order)) }),
    });
  };

const DECISIONS = ['accept', 'merge', 'extend', 'reject', 'unreject'] as const satisfies readonly CandidateDecision[];

const Entry = z.object({
  kind: z.enum(CONCEPT_KINDS).default('term'),
  source: z.string().trim().max(500).default(''),
  target: z.string().trim().max(500).default(''),
  gender: z.enum([...GENDERS, '']).default(''),
  into: z.coerce.number().int().optional(),
  /** The texts as they were proposed, by which a pair is rejected. */
  proposedSource: z.string().max(500).default(''),
  proposedTarget: z.string().max(500).default(''),
  action: z.enum(DECISIONS).default('accept'),
});

export const decideCandidate =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    const { action, into, proposedSource, proposedTarget, ...entry } = readForm(Entry, request.body);
    const author = authorOf(request, response);
    const proposed = { source: proposedSource || entry.source, target: proposedTarget || entry.target, author };
    let concept: number | null = null;
    if (action === 'reject') await rejectEntry(app, id, proposed);
    else if (action === 'unreject') await unrejectEntry(app, id, proposed);
    else
      concept = await acceptEntry(app, id, {
        ...entry,
        author,
        into: action === 'extend' ? 'near' : action === 'merge' ? into : undefined,
      });
    if (request.accepts(['html', 'json']) === 'json') answer('POST /bitexts/:id/candidates', response, { concept });
    else response.redirect(303, `/bitexts/${id}/candidates`);
  };
