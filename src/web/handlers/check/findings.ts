import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type App, headOf } from '../../../app/app.ts';
import { exportFindings } from '../../../app/check/export-findings.ts';
import { checkBitexts, dismissals, dismissFinding, PAGE_FINDINGS, undismiss } from '../../../app/check/findings.ts';
import { glossaries, glossariesFor } from '../../../app/glossary/glossaries.ts';
import { writeReport } from '../../../core/check/report.ts';
import { authorOf } from '../../author.ts';
import { idIn, listOf, readForm, signalOf } from '../../forms.ts';
import { languageOf, translatorIn } from '../../language.ts';
import type { Views } from '../../views.ts';
import { sendWork } from '../../work-page.ts';

const Page = z.object({ page: z.coerce.number().int().min(0).catch(0).default(0) });

/** Everything in which a bitext departs from its glossaries. */
export const showFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const head = await headOf(app, idIn(request));
    const { page } = readForm(Page, request.query);
    const { t } = translatorIn(languageOf(request));
    await sendFindings(app, response, {
      title: t('Check of {title}', { title: head.title }),
      address: `/bitexts/${head.id}/check`,
      bitexts: [head.id],
      page,
      one: true,
      glossaries: await glossaries(app),
      chosen: await glossariesFor(app, head.id),
    });
  };

export const showAllFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const Query = Page.extend({ bitext: listOf(z.coerce.number().int().positive()) });
    const { bitext, page } = readForm(Query, request.query);
    const { t } = translatorIn(languageOf(request));
    await sendFindings(app, response, {
      title:
        bitext.length > 0 ? t('Check of {count} chosen bitexts', { count: bitext.length }) : t('Check of all bitexts'),
      address: `/check?${new URLSearchParams(bitext.map((id): [string, string] => ['bitext', String(id)]))}`,
      bitexts: bitext,
      page,
      one: false,
      glossaries: [],
      chosen: [],
    });
  };

const FILES = {
  csv: 'text/csv',
  html: 'text/html',
  jsonl: 'application/jsonl',
  sarif: 'application/sarif+json',
} as const;

/** The findings of some bitexts, or of all, as a file. */
export const downloadFindings =
  (app: App): RequestHandler =>
  async (request, response) => {
    const Query = z.object({
      bitext: listOf(z.coerce.number().int().positive()),
      format: z.enum(['csv', 'html', 'jsonl', 'sarif']).default('csv'),
    });
    const { bitext, format } = readForm(Query, request.query);
    const reports = await exportFindings(app, bitext, { signal: signalOf(response) });
    response.attachment(`check.${format}`).type(FILES[format]);
    const { t } = translatorIn(languageOf(request));
    response.send([...writeReport(reports, format, t)].join(''));
  };

type Wanted = Omit<Views['check/findings'], 'found' | 'pageSize' | 'dismissed' | 'fileAddress'> & {
  bitexts: readonly number[];
};

async function sendFindings(app: App, response: Response, { bitexts, ...wanted }: Wanted): Promise<void> {
  await sendWork(response, {
    view: 'check/findings',
    head: { title: wanted.title, at: 'glossary', script: 'pages/findings' },
    back: wanted.one ? `/bitexts/${bitexts[0]}` : '/glossary',
    work: async (order) => ({
      ...wanted,
      fileAddress: `/check/file?${bitexts.map((id) => `bitext=${id}&`).join('')}`,
      found: await checkBitexts(app, bitexts, { ...order, page: wanted.page }),
      pageSize: PAGE_FINDINGS,
      dismissed: await dismissals(app),
    }),
  });
}

const Dismissal = z.object({
  finding: z.string().min(1).max(2000),
  reason: z.string().max(1000).default(''),
  where: z.enum(['here', 'everywhere']).default('here'),
  bitext: z.coerce.number().int(),
  back: z.string().startsWith('/').catch('/check').default('/check'),
});

export const dismiss =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { finding, reason, where, bitext, back } = readForm(Dismissal, request.body);
    await dismissFinding(app, {
      finding,
      reason,
      bitext: where === 'here' ? bitext : null,
      author: authorOf(request, response),
    });
    response.redirect(303, back);
  };

export const takeBackDismissal =
  (app: App): RequestHandler =>
  async (request, response) => {
    await undismiss(app, idIn(request, 'dismissal'));
    response.redirect(303, '/check');
  };
