import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { dictionariesBetween, installedDictionaries } from '../../intake/glossaries/installed-dictionaries.ts';
import type { App } from '../app.ts';
import { importLexicon } from './lexicon.ts';

export { DICTD_FOLDER } from '../../intake/glossaries/installed-dictionaries.ts';

/**
 * Imports the machine's own dictionaries of a language pair, both directions.
 * @param folder where its dict server has them
 * @returns for each how many pairs of words it gave, as they come
 * @throws Problem `not-found` where there is none for these languages
 */
export async function* importInstalledLexicons(
  app: App,
  folder: string,
  from: string,
  to: string,
): AsyncGenerator<{ readonly dictionary: string; readonly pairs: number }> {
  const installed = installedDictionaries(folder);
  const own = dictionariesBetween(installed, from, to);
  if (own.length === 0) {
    const pairs = installed.map((one) => `${one.from}–${one.to}`).join(', ');
    throw new Problem(
      'not-found',
      msg('No dictionary of {from} and {to} is installed.', { from, to }),
      pairs === '' ? msg('{folder} holds none.', { folder }) : msg('{folder} holds {pairs}.', { folder, pairs }),
      'Install one, such as a dict-freedict package of Debian, or give a file.',
    );
  }
  for (const { dictionary, index, ...languages } of own) {
    const file = { name: basename(dictionary), bytes: await readFile(dictionary), index: await readFile(index) };
    yield { dictionary, pairs: await importLexicon(app, file, languages.from, languages.to) };
  }
}
