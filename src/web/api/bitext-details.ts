import { z } from 'zod';
import { useProfileFor } from '../../app/check/profiles.ts';
import { chooseGlossaries, glossariesFor } from '../../app/glossary/glossaries.ts';
import { dateOfBitext, setDateOfBitext } from '../../app/library/article-date.ts';
import { alignAgain, cancelAlignment, renameBitext } from '../../app/library/library.ts';
import { deleteBitext } from '../../app/library/trash/delete.ts';
import { endpoint } from './endpoint.ts';

const tag = 'Bitexts';

const Day = z.union([z.iso.date(), z.literal('')]);

/** Of what a bitext is called and goes by, and of its alignment. */
export const bitextDetailEndpoints = [
  endpoint(
    { method: 'put', path: '/bitexts/:id/title', permission: 'edit', tag, summary: 'Give a bitext another title' },
    {
      body: z.object({ title: z.string().trim().min(1).max(1000) }),
      run: (app, { id, body: { title } }) => renameBitext(app, id, title).then(() => undefined),
    },
  ),
  endpoint(
    {
      method: 'put',
      path: '/bitexts/:id/date',
      permission: 'edit',
      tag,
      summary: 'Set the day of the source article, by which posts are checked',
    },
    {
      body: z.object({ day: Day }),
      answer: z.object({ day: Day }),
      async run(app, { id, body: { day } }) {
        await setDateOfBitext(app, id, day);
        return { day: await dateOfBitext(app, id) };
      },
    },
  ),
  endpoint(
    {
      method: 'put',
      path: '/bitexts/:id/glossaries',
      permission: 'edit',
      tag,
      summary: 'Let a bitext go by glossaries of its own',
    },
    {
      body: z.object({ glossaries: z.array(z.int()).max(1000).describe('in order; none for the active ones') }),
      answer: z.object({ glossaries: z.array(z.int()) }),
      async run(app, { id, body }) {
        await chooseGlossaries(app, id, body.glossaries);
        return { glossaries: await glossariesFor(app, id) };
      },
    },
  ),
  endpoint(
    {
      method: 'put',
      path: '/bitexts/:id/check-profile',
      permission: 'edit',
      tag,
      summary: 'Let a bitext be checked by a profile of its own',
    },
    {
      body: z.object({ profile: z.int().nullable().describe('null for that of all bitexts') }),
      run: (app, { id, body: { profile } }) => useProfileFor(app, id, profile).then(() => undefined),
    },
  ),
  endpoint(
    { method: 'post', path: '/bitexts/:id/cancel', permission: 'edit', tag, summary: 'Stop an alignment' },
    { run: (app, { id }) => cancelAlignment(app, id).then(() => undefined) },
  ),
  endpoint(
    {
      method: 'post',
      path: '/bitexts/:id/align',
      permission: 'edit',
      tag,
      summary: 'Begin an alignment again that has failed or was stopped',
    },
    { status: 202, run: (app, { id }) => alignAgain(app, id).then(() => undefined) },
  ),
  endpoint(
    { method: 'delete', path: '/bitexts/:id', permission: 'delete', tag, summary: 'Put a bitext into the trash' },
    { run: (app, { id, author }) => deleteBitext(app, id, { author }).then(() => undefined) },
  ),
];
