import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import {
  profileOf,
  profiles,
  readProfileFile,
  refuseEndless,
  removeProfile,
  saveProfile,
  useProfile,
  useProfileFor,
} from '../../../app/check/profiles.ts';
import { SIDES } from '../../../core/bitext/bitext.ts';
import { CHECK_CODES, type CheckCode } from '../../../core/check/line.ts';
import { type CheckPattern, checkedPattern, literalExpression } from '../../../core/check/pattern.ts';
import { CHECK_LEVELS, type CheckLevel, DEFAULT_PROFILE, writeProfile } from '../../../core/check/profile.ts';
import { CHECK_SEVERITIES } from '../../../core/check/row-finding.ts';
import type { Finding } from '../../../core/finding.ts';
import { Problem } from '../../../core/problem.ts';
import { idIn, listOf, readForm } from '../../forms.ts';
import { shownInForm } from '../../problems.ts';
import { sendView } from '../../views.ts';

const Chosen = z.object({ profile: z.coerce.number().int().positive().optional().catch(undefined) });

/** Which checks are made: the profiles, one of them to be changed. */
export const show =
  (app: App): RequestHandler =>
  async (request, response) => {
    await sendProfiles(app, response, readForm(Chosen, request.query).profile ?? null);
  };

async function sendProfiles(
  app: App,
  response: Response,
  wanted: number | null,
  { problem = null, findings = [] }: { problem?: Problem | null; findings?: readonly Finding[] } = {},
): Promise<void> {
  const all = await profiles(app);
  const shown = all.find(({ id }) => id === wanted) ?? all.find(({ active }) => active) ?? null;
  const profile = shown?.profile ?? DEFAULT_PROFILE;
  await sendView(response, 'check/profiles', { all, shown: shown?.id ?? null, profile, problem, findings });
}

const Levels = z.object({
  profile: z.coerce.number().int().positive().optional().catch(undefined),
  name: z.string().trim().max(200).default(''),
  level: listOf(z.enum(['', ...CHECK_LEVELS])),
});

/** Stores the levels of all checks under a name; with the patterns of the profile that was shown. */
export const save =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { profile, name, level } = readForm(Levels, request.body);
    await answerOrShow(app, response, profile ?? null, async () => {
      const patterns = profile === undefined ? [] : (await profileOf(app, profile)).profile.patterns;
      const levels: Partial<Record<CheckCode, CheckLevel>> = {};
      for (const [i, code] of CHECK_CODES.entries()) if (level[i]) levels[code] = level[i];
      return saveProfile(app, { name, levels, patterns });
    });
  };

const Use = z.object({ profile: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]) });

export const use =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { profile } = readForm(Use, request.body);
    await useProfile(app, profile);
    response.redirect(303, '/check/profiles');
  };

export const useForBitext =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request);
    await useProfileFor(app, id, readForm(Use, request.body).profile);
    response.redirect(303, `/bitexts/${id}/check`);
  };

/** A profile, or a checklist of another tool: its patterns go into the profile that is shown, else into one of its name. */
export const importFile =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { profile: into = null } = readForm(Chosen, request.body);
    try {
      const { file } = request;
      if (!file) throw new Problem('bad-request', 'There is no file.', '', 'Choose a profile or a checklist.');
      const { profile, findings } = await readProfileFile(app.pool, file.buffer, file.originalname);
      const isChecklist = Object.keys(profile.levels).length === 0 && into !== null;
      const there = isChecklist ? (await profileOf(app, into)).profile : null;
      const id = await saveProfile(
        app,
        there ? { ...there, patterns: [...there.patterns, ...profile.patterns] } : profile,
      );
      if (findings.length > 0) return await sendProfiles(app, response, id, { findings });
      response.redirect(303, `/check/profiles?profile=${id}`);
    } catch (error) {
      await sendProfiles(app, response, into, { problem: shownInForm(error, response) });
    }
  };

export const download =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { profile } = await profileOf(app, idIn(request, 'profile'));
    response.attachment(`${profile.name}.json`).type('application/json').send(writeProfile(profile));
  };

export const remove =
  (app: App): RequestHandler =>
  async (request, response) => {
    await removeProfile(app, idIn(request, 'profile'));
    response.redirect(303, '/check/profiles');
  };

const Switch = z.literal('on').optional().catch(undefined);
const PatternForm = z.object({
  name: z.string().trim().max(500).default(''),
  source: z.string().max(1000).default(''),
  target: z.string().max(1000).default(''),
  regex: Switch,
  case: Switch,
  missing: Switch,
  severity: z.enum(CHECK_SEVERITIES).default('warning'),
});

/** Adds a pattern to a profile. */
export const addPattern =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'profile');
    await answerOrShow(app, response, id, async () => {
      const { profile } = await profileOf(app, id);
      const pattern = checkedPattern(patternFrom(readForm(PatternForm, request.body)));
      await refuseEndless(app.pool, [pattern]);
      return saveProfile(app, { ...profile, patterns: [...profile.patterns, pattern] });
    });
  };

function patternFrom(form: z.output<typeof PatternForm>): CheckPattern {
  const searches = SIDES.flatMap((side) => {
    const words = form[side].trim();
    if (words === '') return [];
    return [
      {
        side,
        expression: form.regex === 'on' ? words : literalExpression(words),
        matchCase: form.case === 'on',
        absent: side === 'target' && form.missing === 'on',
      },
    ];
  });
  const name = form.name || [form.source, form.target].filter(Boolean).join(' → ');
  return { name, isOn: true, severity: form.severity, searches };
}

export const removePattern =
  (app: App): RequestHandler =>
  async (request, response) => {
    const id = idIn(request, 'profile');
    const { at } = readForm(z.object({ at: z.coerce.number().int().min(0) }), request.body);
    const { profile } = await profileOf(app, id);
    await saveProfile(app, { ...profile, patterns: profile.patterns.filter((_, i) => i !== at) });
    response.redirect(303, `/check/profiles?profile=${id}`);
  };

/** Does the work and shows the profile that comes of it, or the page again with what was wrong. */
async function answerOrShow(
  app: App,
  response: Response,
  shown: number | null,
  work: () => Promise<number>,
): Promise<void> {
  try {
    response.redirect(303, `/check/profiles?profile=${await work()}`);
  } catch (error) {
    await sendProfiles(app, response, shown, { problem: shownInForm(error, response) });
  }
}
