import { savedMapping, saveMapping } from '../../../store/glossary/mappings.ts';
import type { App } from '../../app.ts';
import type { WorkOrder } from '../../desk.ts';
import { type Explained, type GivenGlossary, type ReadGlossary, readGlossaryFile } from '../glossary-files.ts';

/** A glossary file that has been read, with what its words mean, and whether somebody has said so of such a table before. */
export interface OpenGlossary extends ReadGlossary {
  readonly meanings: NonNullable<Explained['meanings']>;
  readonly remembered: boolean;
}

/**
 * Reads a glossary file as somebody explains it; where they do not, a table is read as one with the same header was the
 * last time.
 * @throws Problem `bad-input` where columns are explained that the file does not have
 */
export async function openGlossary(
  app: App,
  given: GivenGlossary,
  { mapping = [], meanings = {}, columns }: Explained,
  order?: WorkOrder,
): Promise<OpenGlossary> {
  const read = await app.pool.run(readGlossaryFile, { ...given, mapping, meanings, columns }, order);
  if (!read.table || mapping.length > 0 || columns) return { ...read, meanings, remembered: false };
  const saved = await savedMapping(app.store.db, read.table.columns);
  if (!saved) return { ...read, meanings, remembered: false };
  const all = { ...saved.meanings, ...meanings };
  const again = await app.pool.run(readGlossaryFile, { ...given, mapping: saved.mapping, meanings: all }, order);
  return { ...again, meanings: all, remembered: true };
}

/** Keeps what somebody has said of a table, for the next one with its header. */
export async function rememberMapping(app: App, { table, name, meanings }: OpenGlossary): Promise<void> {
  if (!table) return;
  await saveMapping(app.store.db, table.columns, { mapping: table.mapping, meanings }, { name, at: app.now() });
}
