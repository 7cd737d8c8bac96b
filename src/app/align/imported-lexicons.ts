import { existsSync } from 'node:fs';
import { lexiconOf, mergedLexicon } from '../../core/align/model/lexicon.ts';
import { nearestEntries } from '../../core/align/model/nearest-entries.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { allLexiconEntries } from '../../store/lexicon.ts';
import { openStore } from '../../store/open-store.ts';
import type { Languages } from '../desk.ts';

/**
 * What is known of languages together with the lexicons that were imported into a database, for commands that
 * otherwise work without one.
 * @throws Problem `not-found` where there is no such database
 */
export async function withImportedLexicons(languages: Languages, database: string): Promise<Languages> {
  if (!existsSync(database)) {
    throw new Problem(
      'not-found',
      msg('There is no file {path}.', { path: database }),
      '',
      'Check its name, or leave --db out.',
    );
  }
  const store = await openStore(database);
  try {
    const entries = await allLexiconEntries(store.db);
    return {
      ...languages,
      seeds(from, to) {
        const own = nearestEntries(entries, from.language, to.language);
        return mergedLexicon([languages.seeds(from, to), lexiconOf(own, from, to)]);
      },
    };
  } finally {
    await store.close();
  }
}
