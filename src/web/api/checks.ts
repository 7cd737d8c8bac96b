import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { checkBitexts, dismissals, dismissFinding, PAGE_FINDINGS, undismiss } from '../../app/check/findings.ts';
import {
  profileOf,
  profiles,
  readProfileFile,
  refuseEndless,
  removeProfile,
  saveProfile,
  useProfile,
} from '../../app/check/profiles.ts';
import { SIDES } from '../../core/bitext/bitext.ts';
import { CHECK_CODES } from '../../core/check/line.ts';
import { checkedPattern } from '../../core/check/pattern.ts';
import { CHECK_LEVELS } from '../../core/check/profile.ts';
import { CHECK_SEVERITIES } from '../../core/check/row-finding.ts';
import { endpoint } from './endpoint.ts';
import { bytesOf, FileBody, ImportFinding, shownFinding } from './files.ts';
import { Finding, shownFound } from './findings.ts';
import { cursorFrom, numbersIn, PageQuery, pageOf, pageOfAll } from './pages.ts';

const tag = 'Checks';

const Pattern = z.object({
  name: z.string().trim().min(1).max(500),
  isOn: z.boolean().default(true),
  severity: z.enum(CHECK_SEVERITIES).default('warning'),
  searches: z
    .array(
      z.object({
        side: z.enum(SIDES),
        expression: z.string().max(1000).describe('a regular expression, as JavaScript has them with the flag u'),
        matchCase: z.boolean().default(false),
        absent: z.boolean().default(false).describe('whether it must not be there'),
      }),
    )
    .min(1)
    .max(20),
});

const Profile = z.object({
  name: z.string().trim().min(1).max(200),
  levels: z
    .partialRecord(z.enum(CHECK_CODES), z.enum(CHECK_LEVELS))
    .default({})
    .describe('what is not named matters as the check itself says'),
  patterns: z.array(Pattern).max(10_000).default([]),
});

const StoredProfile = Profile.extend({
  id: z.int(),
  active: z.boolean().describe('whether it is that of all bitexts that have none of their own'),
}).meta({ id: 'CheckProfile' });

function shown({ id, active, profile }: Awaited<ReturnType<typeof profileOf>>): z.input<typeof StoredProfile> {
  const { name, levels, patterns } = profile;
  return {
    id,
    active,
    name,
    levels: { ...levels },
    patterns: patterns.map((one) => ({ ...one, searches: one.searches.map((search) => ({ ...search })) })),
  };
}

async function open(app: App, id: number) {
  return shown(await profileOf(app, id));
}

const Dismissal = z
  .object({
    id: z.int(),
    finding: z.string(),
    bitext: z.int().nullable().describe('null where it is none anywhere'),
    reason: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Dismissal' });

/** Of the checks of all bitexts, and what they go by. */
export const checkEndpoints = [
  endpoint(
    { method: 'get', path: '/findings', permission: 'read', tag, summary: 'What the checks find in all bitexts' },
    {
      query: z.object({
        ...PageQuery.pick({ cursor: true }).shape,
        severity: z.enum(CHECK_SEVERITIES).default('hint').describe('at least'),
        code: z.enum(CHECK_CODES).optional(),
      }),
      answer: pageOf(Finding.extend({ bitext: z.int() })).extend({ count: z.int().describe('of all findings') }),
      async run(app, { query: { cursor, severity, code }, signal, t }) {
        const [number = 0] = numbersIn(cursor, 1) ?? [];
        const wanted = { only: code ? [code] : [], except: [], severity };
        const { count, checked } = await checkBitexts(app, [], { page: number, wanted, signal });
        return {
          count,
          items: checked.flatMap(({ head, findings }) =>
            findings.map((one) => ({ bitext: head.id, ...shownFound(one, t) })),
          ),
          next: (number + 1) * PAGE_FINDINGS < count ? cursorFrom([number + 1]) : null,
        };
      },
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/dismissals',
      permission: 'read',
      tag,
      summary: 'Findings of which somebody said that they are none',
    },
    {
      query: PageQuery,
      answer: pageOf(Dismissal),
      async run(app, { query }) {
        const all = (await dismissals(app)).map(({ author: _, ...one }) => one);
        return pageOfAll(
          query,
          all.sort((a, b) => a.id - b.id),
        );
      },
    },
  ),
  endpoint(
    { method: 'post', path: '/dismissals', permission: 'edit', tag, summary: 'Say that a finding is none' },
    {
      body: z.object({
        finding: z.string().min(1).max(5000).describe('its `key`, or `same` for all that say the same'),
        bitext: z.int().nullable().default(null).describe('null for everywhere'),
        reason: z.string().trim().min(1).max(1000),
      }),
      run: (app, { body, author }) => dismissFinding(app, { ...body, author }).then(() => undefined),
    },
  ),
  endpoint(
    { method: 'delete', path: '/dismissals/:id', permission: 'edit', tag, summary: 'Let a finding be found again' },
    { run: (app, { id }) => undismiss(app, id).then(() => undefined) },
  ),
  endpoint(
    { method: 'get', path: '/check-profiles', permission: 'read', tag, summary: 'The check profiles' },
    {
      query: PageQuery,
      answer: pageOf(StoredProfile),
      async run(app, { query }) {
        const all = (await profiles(app)).map(shown);
        return pageOfAll(
          query,
          all.sort((a, b) => a.id - b.id),
        );
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/check-profiles',
      permission: 'configure',
      tag,
      summary: 'Store a check profile, in the place of one of the same name',
    },
    {
      body: Profile,
      answer: StoredProfile,
      async run(app, { body }) {
        const patterns = body.patterns.map(checkedPattern);
        await refuseEndless(app.pool, patterns);
        return open(app, await saveProfile(app, { ...body, patterns }));
      },
    },
  ),
  endpoint(
    {
      method: 'post',
      path: '/check-profiles/import',
      permission: 'configure',
      tag,
      summary: 'Bring in a check profile, or a checklist of another tool',
    },
    {
      body: FileBody,
      status: 201,
      answer: z.object({ profile: StoredProfile, findings: z.array(ImportFinding) }),
      async run(app, { body, t }) {
        const { profile, findings } = await readProfileFile(app.pool, bytesOf(body), body.name);
        const id = await saveProfile(app, profile);
        return { profile: await open(app, id), findings: findings.map((one) => shownFinding(one, t)) };
      },
    },
  ),
  endpoint(
    {
      method: 'put',
      path: '/check-profiles/active',
      permission: 'configure',
      tag,
      summary: 'Let all bitexts that have no profile of their own be checked by one',
    },
    {
      body: z.object({ profile: z.int().nullable().describe('null for the checks as they are') }),
      run: (app, { body: { profile } }) => useProfile(app, profile).then(() => undefined),
    },
  ),
  endpoint(
    { method: 'get', path: '/check-profiles/:id', permission: 'read', tag, summary: 'A check profile' },
    { answer: StoredProfile, run: (app, { id }) => open(app, id) },
  ),
  endpoint(
    { method: 'delete', path: '/check-profiles/:id', permission: 'configure', tag, summary: 'Delete a check profile' },
    { run: (app, { id }) => removeProfile(app, id).then(() => undefined) },
  ),
];
