import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { GlossaryAccount } from '../app/glossary/glossary-files.ts';
import { conceptsIn, conceptsInTbx } from '../app/glossary/glossary-files.ts';
import { readInput, unreadable } from './files.ts';

/** The concepts of a glossary file or a database; a TBX file, which may be long, is read piece by piece. */
export async function readConcepts(path: string, account?: GlossaryAccount) {
  if (/\.tbx$/iu.test(path)) {
    return conceptsInTbx(createReadStream(path), basename(path), account).catch((error: unknown) => {
      throw unreadable(path, error);
    });
  }
  const { bytes, name } = await readInput(path);
  return conceptsIn(bytes, name, path, account);
}
