import type { GlossaryFormat } from '../../app/glossary/export-glossary.ts';
import { msg, quoted } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import { answerOf, everyItem, type Schema, type VisavisClient } from '../../remote/client.ts';
import { readInput, writeOutput } from '../files.ts';

/** Brings a glossary in on a server, all of it or nothing. */
export async function importGlossaryFromAfar(
  client: VisavisClient,
  file: string,
  {
    into,
    languages,
    conflicts,
  }: {
    readonly into: string | undefined;
    readonly languages: readonly string[];
    readonly conflicts: 'skip' | 'merge' | 'replace';
  },
): Promise<void> {
  const { bytes, name } = await readInput(file);
  const glossary =
    into === undefined ? {} : { glossary: answerOf(await client.POST('/glossaries', { body: { name: into } })).id };
  const content = Buffer.from(bytes).toString('base64');
  const body = { name, content, encoding: 'base64' as const, languages: [...languages], conflicts, ...glossary };
  const { added, changed, conflicting } = answerOf(await client.POST('/glossary/import', { body }));
  process.stderr.write(`${conflicting} conflicting\n`);
  process.stdout.write(`${added} added, ${changed} changed\n`);
  if (conflicting > 0 && conflicts === 'skip') process.exitCode = 1;
}

/** Writes the glossaries of a server to a file. */
export async function exportGlossaryFromAfar(
  client: VisavisClient,
  {
    format,
    glossary: name,
    from,
    to,
    out,
  }: {
    readonly format: GlossaryFormat;
    readonly glossary?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly out: string;
  },
): Promise<void> {
  const named = name === undefined ? {} : { glossary: await numberOf(client, name) };
  const query = { format, ...named, ...(from && { from }), ...(to && { to }) };
  const file = answerOf(await client.GET('/glossary/export', { params: { query }, parseAs: 'stream' }));
  await writeOutput(out, file ?? []);
}

async function numberOf(client: VisavisClient, glossary: string): Promise<number> {
  const { items } = answerOf(await client.GET('/glossaries'));
  const found = items.find(({ name }) => name === glossary);
  if (found) return found.id;
  throw new Problem(
    'not-found',
    msg('There is no glossary “{glossary}”.', { glossary }),
    msg('There are: {names}.', { names: quoted(items.map(({ name }) => name)) }),
    'Name one of them, or leave --glossary out.',
  );
}

/** Lists the concepts of a server as `visavis glossary list` lists those of a database. */
export async function listConceptsFromAfar(client: VisavisClient, search: string): Promise<void> {
  const { items } = answerOf(await client.GET('/glossaries'));
  const names = new Map(items.map(({ id, name }) => [id, name]));
  const line = ({ id, kind, glossary, terms }: Schema<'Concept'>) =>
    `${[id, kind, names.get(glossary) ?? '', terms.map(({ language, text }) => `${language}: ${text}`).join(' · ')].join('\t')}\n`;
  if (search === '') {
    for await (const concept of everyItem((page) => client.GET('/concepts', { params: { query: page } })))
      await writeOutput('-', [line(concept)]);
    return;
  }
  const found = answerOf(await client.GET('/concepts/search', { params: { query: { q: search } } }));
  await writeOutput('-', found.items.map(line));
  const more = found.found - found.items.length;
  if (more > 0) process.stderr.write(`${more} more are not shown: search for more words.\n`);
}
