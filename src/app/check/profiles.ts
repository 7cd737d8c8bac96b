import type { CheckPattern } from '../../core/check/pattern.ts';
import { type CheckProfile, DEFAULT_PROFILE, readProfile, writeProfile } from '../../core/check/profile.ts';
import type { Finding } from '../../core/finding.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { readChecklist } from '../../intake/checklists/read-checklist.ts';
import { decode } from '../../intake/decode.ts';
import {
  activateProfile,
  chooseProfileFor,
  deleteProfile,
  listProfiles,
  profileChosenFor,
  putProfile,
} from '../../store/check/check-profiles.ts';
import { type App, headOf } from '../app.ts';
import type { Pool } from '../desk.ts';
import { tryRules } from '../import/cut-sentences.ts';
import { work } from '../jobs/work.ts';

/** A stored profile. */
export interface NamedProfile {
  readonly id: number;
  /** Whether it is that of all bitexts that have none of their own. */
  readonly active: boolean;
  readonly profile: CheckProfile;
}

export async function profiles(app: App): Promise<NamedProfile[]> {
  const stored = await listProfiles(app.store.db);
  return stored.map(({ id, active, name, content }) => ({ id, active, profile: readProfile(content, name) }));
}

/** @throws Problem `not-found` */
export async function profileOf(app: App, id: number): Promise<NamedProfile> {
  const found = (await profiles(app)).find((one) => one.id === id);
  if (found) return found;
  throw new Problem('not-found', 'Profile not found.', 'It may have been deleted.', 'Choose another one.');
}

/** Stores a profile under its name, in the place of what had that name. Returns its number. */
export async function saveProfile(app: App, profile: CheckProfile): Promise<number> {
  const name = profile.name.trim();
  if (!name) throw new Problem('bad-request', 'The profile has no name.', '', 'Enter a name.');
  const content = writeProfile({ ...profile, name });
  return app.store.transaction((tx) => putProfile(tx, { name, content, at: app.now() }));
}

/** Makes a profile that of all bitexts that have none of their own. @param id null for the checks as they are */
export async function useProfile(app: App, id: number | null): Promise<void> {
  if (id !== null) await profileOf(app, id);
  await app.store.transaction((tx) => activateProfile(tx, id));
}

/** Gives a bitext a profile of its own. @param id null to go by that of all */
export async function useProfileFor(app: App, bitext: number, id: number | null): Promise<void> {
  await headOf(app, bitext);
  if (id !== null) await profileOf(app, id);
  await app.store.transaction((tx) => chooseProfileFor(tx, bitext, id));
}

export function chosenProfile(app: App, bitext: number): Promise<number | null> {
  return profileChosenFor(app.store.db, bitext);
}

export async function removeProfile(app: App, id: number): Promise<void> {
  await profileOf(app, id);
  await app.store.transaction((tx) => deleteProfile(tx, id));
}

/** A file of checks, and what was left out of it. */
export interface ReadProfile {
  readonly profile: CheckProfile;
  readonly findings: readonly Finding[];
}

/**
 * Reads a profile, or a checklist of another tool as one that has only patterns. Patterns that may take for ever are
 * left out.
 */
export async function readProfileFile(pool: Pool, bytes: Uint8Array, name: string): Promise<ReadProfile> {
  const { profile, findings } = await pool.run(readChecks, { bytes, name });
  const endless = new Set(await endlessPatterns(pool, profile.patterns));
  return {
    profile: { ...profile, patterns: profile.patterns.filter((pattern) => !endless.has(pattern)) },
    findings: [
      ...findings,
      ...[...endless].map((pattern): Finding => {
        const message = msg('The pattern “{name}” was left out, since it may take for ever.', { name: pattern.name });
        return { code: 'pattern-left-out', severity: 'warning', place: name, message };
      }),
    ],
  };
}

export const readChecks = work<{ readonly bytes: Uint8Array; readonly name: string }, ReadProfile>(
  'read a file of checks',
  { room: 'reading' },
  async (_desk, { bytes, name }) => {
    const { text } = decode(bytes, name);
    if (text.trimStart().startsWith('{')) return { profile: readProfile(text, name), findings: [] };
    const { patterns, findings } = readChecklist(text, name);
    return { profile: { ...DEFAULT_PROFILE, name: name.replace(/\.[^.]+$/u, ''), patterns }, findings };
  },
);

/** Few enough that hard ones are through within the time that is given. */
const TRIED_AT_ONCE = 20;

/** Which patterns may take for ever: each is tried on texts made to be hard for it. */
async function endlessPatterns(pool: Pool, patterns: readonly CheckPattern[]): Promise<CheckPattern[]> {
  const tried = patterns.flatMap((pattern) => pattern.searches.map(({ expression }) => ({ pattern, expression })));
  if (tried.length === 0) return [];
  const rules = tried.map(({ expression }) => ({ language: '*', breaks: true, before: '', after: expression }));
  const found = new Set<CheckPattern>();
  for (let from = 0; from < rules.length; from += TRIED_AT_ONCE) {
    const endless = await pool.run(tryRules, rules.slice(from, from + TRIED_AT_ONCE));
    for (const at of endless) found.add(tried[from + at]!.pattern);
  }
  return [...found];
}

/** @throws Problem `bad-input` where one of the patterns may take for ever */
export async function refuseEndless(pool: Pool, patterns: readonly CheckPattern[]): Promise<void> {
  const [endless] = await endlessPatterns(pool, patterns);
  if (!endless) return;
  throw new Problem(
    'bad-input',
    'The pattern takes too long.',
    msg('“{name}”', { name: endless.name }),
    'Avoid repetitions within repetitions, such as (a+)+.',
  );
}
