import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { type Accepted, acceptEntry, rejectEntry, unrejectEntry } from '../../../app/glossary/candidates.ts';
import { candidateBitexts, proposeEntries } from '../../../app/glossary/propose-entries.ts';
import { CONCEPT_KINDS, GENDERS } from '../../../core/glossary/concept.ts';
import type { CandidateDecision } from '../../../core/wire/glossary.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import { answer } from '../../wire.ts';
import { sendWork } from '../../work-page.ts';

/** Candidates of one bitext. */
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
      work: async (order) => ({ head, ...(await app.pool.run(proposeEntries, { ids: [head.id] }, order)) }),
    });
  };

const Bitexts = z.object({ bitext: listOf(z.coerce.number().int()) });

/** Candidates of several bitexts at once: those that are named, or the newest. */
export const showAllCandidates =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { bitext } = readForm(Bitexts, request.query);
    const ids = bitext.length > 0 ? bitext : await candidateBitexts(app);
    await sendWork(response, {
      view: 'glossary/candidates',
      head: {
        title: translatorIn(languageOf(request)).t('Term candidates'),
        at: 'glossary',
        script: 'pages/candidates',
      },
      back: '/glossary',
      work: async (order) => ({ head: null, ...(await app.pool.run(proposeEntries, { ids }, order)) }),
    });
  };

const DECISIONS = ['accept', 'merge', 'extend', 'reject', 'unreject'] as const satisfies readonly CandidateDecision[];

/** An entry as somebody decides on it. */
export const CandidateEntry = z.object({
  kind: z.enum(CONCEPT_KINDS).default('term'),
  source: z.string().trim().max(500).default(''),
  target: z.string().trim().max(500).default(''),
  gender: z.enum([...GENDERS, '']).default(''),
  into: z.coerce.number().int().optional(),
  /** The texts as they were proposed, by which a pair is rejected. */
  proposedSource: z.string().max(500).default(''),
  proposedTarget: z.string().max(500).default(''),
  sourceAcronym: z.string().trim().max(100).default(''),
  targetAcronym: z.string().trim().max(100).default(''),
  action: z.enum(DECISIONS).default('accept'),
});

export const decideCandidate =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    const form = readForm(CandidateEntry, request.body);
    const { action, into, proposedSource, proposedTarget, sourceAcronym, targetAcronym, ...entry } = form;
    const author = authorOf(request, response);
    const proposed = { source: proposedSource || entry.source, target: proposedTarget || entry.target, author };
    let accepted: Accepted | null = null;
    if (action === 'reject') await rejectEntry(app, id, proposed);
    else if (action === 'unreject') await unrejectEntry(app, id, proposed);
    else {
      accepted = await acceptEntry(app, id, {
        ...entry,
        author,
        acronyms: { source: sourceAcronym, target: targetAcronym },
        into: action === 'extend' ? 'near' : action === 'merge' ? into : undefined,
      });
    }
    const answered = { concept: accepted?.concept ?? null, batch: accepted?.batch ?? null };
    if (request.accepts(['html', 'json']) === 'json') answer('POST /bitexts/:id/candidates', response, answered);
    else response.redirect(303, `/bitexts/${id}/candidates`);
  };
