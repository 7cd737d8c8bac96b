import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { ruleForAbbreviation } from '../../../app/import/segmentation.ts';
import type { Finding } from '../../../core/finding.ts';
import { Problem } from '../../../core/problem.ts';
import { idIn, Language, readForm, signalOf } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

/** A language, or "*" for all. */
const RuleLanguage = z.union([z.literal('*'), Language]);

const Query = z.object({ language: RuleLanguage.catch('en').default('en'), text: z.string().max(10_000).default('') });

export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendRules(app, request, response);
  };

async function sendRules(
  app: App,
  request: Request,
  response: Response,
  { problem, findings = [] }: { readonly problem?: Problem; readonly findings?: readonly Finding[] } = {},
): Promise<void> {
  const { language, text } = readForm(Query, request.query);
  const tried = await ruleTrial(app, text, language, response);
  await sendView(response, 'rules', {
    rules: app.segmentation.rules(),
    pack: app.packs(language),
    ruleLanguage: language,
    text,
    sentences: tried.sentences,
    problem: problem ?? tried.problem,
    findings,
  });
}

/** How rules cut a text, or why they cannot. */
async function ruleTrial(app: App, text: string, language: string, response: Response) {
  if (text === '') return { sentences: [], problem: null };
  try {
    return { sentences: await app.segmentation.tryOut(text, language, signalOf(response)), problem: null };
  } catch (error) {
    return { sentences: [], problem: shownInForm(error, response) };
  }
}

const Rule = z.object({
  language: RuleLanguage,
  abbreviation: z.string().max(100).default(''),
  before: z.string().max(500).default(''),
  after: z.string().max(500).default(''),
  breaks: z.enum(['yes', 'no']).default('no'),
});

export const create =
  (app: App): RequestHandler =>
  async (request, response) => {
    await answerOrShowForm(app, request, response, async () => {
      const { language, abbreviation, before, after, breaks } = readForm(Rule, request.body);
      await app.segmentation.add(
        abbreviation
          ? ruleForAbbreviation(language, abbreviation)
          : { language, before, after, breaks: breaks === 'yes' },
      );
      response.redirect(303, `/rules?language=${encodeURIComponent(language)}`);
    });
  };

const Import = z.object({ languages: z.string().default('') });

export const importFile =
  (app: App): RequestHandler =>
  async (request, response) => {
    await answerOrShowForm(app, request, response, async () => {
      const file = request.file;
      if (!file) throw new Problem('bad-request', 'There is no file.', '', 'Choose an SRX file.');
      const languages = readForm(Import, request.body)
        .languages.split(/[\s,;]+/u)
        .filter(Boolean)
        .map((named) => readForm(Language, named));
      if (languages.length === 0) {
        throw new Problem('bad-request', 'The languages are missing.', '', 'Write tags such as “en fr de”.');
      }
      const { findings } = await app.segmentation.importFile(file.buffer, file.originalname, languages);
      if (findings.length === 0) return response.redirect(303, '/rules');
      await sendRules(app, request, response, { findings });
    });
  };

export const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    await app.segmentation.remove({ id: idIn(request, 'rule') });
    response.redirect(303, '/rules');
  };

export const removeOrigin =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { origin } = readForm(z.object({ origin: z.string().min(1) }), request.body);
    await app.segmentation.remove({ origin });
    response.redirect(303, '/rules');
  };

/** Does the work, or shows the page again with what was wrong. */
async function answerOrShowForm(
  app: App,
  request: Request,
  response: Response,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await sendRules(app, request, response, { problem: shownInForm(error, response) });
  }
}
