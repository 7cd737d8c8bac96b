import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { saveDeskSettings } from '../../../app/workflow/desk-settings.ts';
import { assignTranslation, moveTranslation } from '../../../app/workflow/workflow.ts';
import type { MoveName } from '../../../core/workflow/workflow.ts';
import { askerOf } from '../../door/identity.ts';
import { returnAddress } from '../../door/return-address.ts';
import { idIn, readForm } from '../../forms.ts';

/** The page that asked, which is gone back to. */
const Back = z.object({ to: z.string().max(2000).default('') });

const Assignment = Back.extend({
  translator: z.string().max(40).default(''),
  reviser: z.string().max(40).default(''),
  dueOn: z.string().trim().max(20).default(''),
});

/** Says who translates, who revises, and until when. */
export const assign =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { to, ...assignment } = readForm(Assignment, request.body);
    await assignTranslation(app, idIn(request), assignment, askerOf(request));
    response.redirect(303, returnAddress(to || `/bitexts/${idIn(request)}`));
  };

/** Takes a translation on, or back. */
export const move =
  (app: App, name: MoveName): RequestHandler =>
  async (request, response) => {
    const { to } = readForm(Back, request.body);
    await moveTranslation(app, idIn(request), name, askerOf(request));
    response.redirect(303, returnAddress(to || `/bitexts/${idIn(request)}`));
  };

const Settings = z.object({ fourEyes: z.literal('on').optional() });

/** Saves what the desk has settled for all. */
export const saveDesk =
  (app: App): RequestHandler =>
  async (request, response) => {
    const { fourEyes } = readForm(Settings, request.body);
    await saveDeskSettings(app, { fourEyes: fourEyes === 'on' }, askerOf(request));
    response.redirect(303, '/accounts');
  };
