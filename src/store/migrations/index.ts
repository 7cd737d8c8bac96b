import { type Migration, type MigrationProvider, sql } from 'kysely';
import { start } from './0001-0010/0001-start.ts';
import { kinshipAndLexicon } from './0001-0010/0002-kinship-and-lexicon.ts';
import { embeddings } from './0001-0010/0003-embeddings.ts';
import { kindsAndRules } from './0001-0010/0004-kinds-and-rules.ts';
import { people } from './0001-0010/0005-people.ts';
import { termbase } from './0001-0010/0006-termbase.ts';
import { codes } from './0001-0010/0007-codes.ts';
import { indexLater } from './0001-0010/0008-index-later.ts';
import { unitProps } from './0001-0010/0009-unit-props.ts';
import { importJournal } from './0001-0010/0010-import-journal.ts';
import { revisionText } from './0020-0030/0020-revision-text.ts';
import { leases } from './0020-0030/0021-leases.ts';
import { jointsAndFlags } from './0020-0030/0025-joints-and-flags.ts';
import { numbers } from './0020-0030/0026-numbers.ts';
import { beadStates } from './0020-0030/0030-bead-states.ts';
import { unitOrigin } from './0040-unit-origin.ts';
import { noteKind } from './0050-note-kind.ts';
import { articles } from './0051-articles.ts';
import { beadTally } from './0052-bead-tally.ts';
import { commentThreads } from './0056-comment-threads.ts';
import { checkProfiles } from './0060-check-profiles.ts';
import { termRules } from './0061-term-rules.ts';
import { revisionStyles } from './0063-revision-styles.ts';
import { accounts } from './0064-accounts.ts';
import { audit } from './0065-audit.ts';
import { apiAnswers } from './0071-api-answers.ts';
import { programTokens } from './0072-program-tokens.ts';
import { longGlossaryChanges } from './0073-long-glossary-changes.ts';
import { editsThatRevise } from './0077-edits-that-revise.ts';
import { workflow } from './0079-workflow.ts';
import { notices } from './0080-notices.ts';
import { mail } from './0081-mail.ts';
import { webhooks } from './0085-webhooks.ts';
import { externalSignIn } from './0087-external-sign-in.ts';
import { trash } from './0088-trash.ts';
import { sources } from './0089-sources.ts';

/** Every version of the database in order; a file that has landed is never changed, only followed by another. */
export const MIGRATIONS: Readonly<Record<string, readonly string[]>> = {
  '0001-start': start,
  '0002-kinship-and-lexicon': kinshipAndLexicon,
  '0003-embeddings': embeddings,
  '0004-kinds-and-rules': kindsAndRules,
  '0005-people': people,
  '0006-termbase': termbase,
  '0007-codes': codes,
  '0008-index-later': indexLater,
  '0009-unit-props': unitProps,
  '0010-import-journal': importJournal,
  '0020-revision-text': revisionText,
  '0021-leases': leases,
  '0025-joints-and-flags': jointsAndFlags,
  '0026-numbers': numbers,
  '0040-unit-origin': unitOrigin,
  '0030-bead-states': beadStates,
  '0050-note-kind': noteKind,
  '0051-articles': articles,
  '0052-bead-tally': beadTally,
  '0056-comment-threads': commentThreads,
  '0060-check-profiles': checkProfiles,
  '0061-term-rules': termRules,
  '0063-revision-styles': revisionStyles,
  '0064-accounts': accounts,
  '0065-audit': audit,
  '0071-api-answers': apiAnswers,
  '0072-program-tokens': programTokens,
  '0073-long-glossary-changes': longGlossaryChanges,
  '0077-edits-that-revise': editsThatRevise,
  '0079-workflow': workflow,
  '0080-notices': notices,
  '0085-webhooks': webhooks,
  '0081-mail': mail,
  '0087-external-sign-in': externalSignIn,
  '0088-trash': trash,
  '0089-sources': sources,
};

/** Migrations as Kysely runs them, up to and including `last` (all, if not given). */
export function migrationProvider(last?: string): MigrationProvider {
  return {
    getMigrations: async () => {
      const wanted = Object.entries(MIGRATIONS).filter(([name]) => last === undefined || name <= last);
      return Object.fromEntries(wanted.map(([name, statements]) => [name, migration(statements)]));
    },
  };
}

function migration(statements: readonly string[]): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
