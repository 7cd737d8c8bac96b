import { basename } from 'node:path';
import { Problem } from '../../core/problem.ts';
import { isWebAddress } from '../../core/text/web-address.ts';
import { aligned, answerOf, type Schema, type VisavisClient } from '../../remote/client.ts';
import { isFolder, readInput } from '../files.ts';

/** What `visavis import` is told of texts, wherever they are stored. */
export interface ImportFlags {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly alignment?: string | undefined;
  readonly segmented?: boolean | undefined;
}

/** Stores texts or a memory on a server, and prints the number of the bitext. */
export async function importFromAfar(
  client: VisavisClient,
  source: string,
  target: string | undefined,
  flags: ImportFlags,
): Promise<void> {
  const id = await stored(client, source, target, flags);
  if (flags.date !== undefined) {
    const params = { path: { id } };
    answerOf(await client.PUT('/bitexts/{id}/date', { params, body: { day: flags.date } }));
  }
  process.stdout.write(`${id}\n`);
}

async function stored(
  client: VisavisClient,
  source: string,
  target: string | undefined,
  { from, to, title = '', alignment, segmented }: ImportFlags,
): Promise<number> {
  if (target === undefined) {
    const body = { ...(await fileOf(source)), title, ...(from && { from }), ...(to && { to }) };
    const { bitext, findings } = answerOf(await client.POST('/memories', { body }));
    report(findings);
    return bitext;
  }
  if (alignment !== undefined || segmented) {
    const sides = {
      source: { ...(await fileOf(source)), ...(from && { language: from }) },
      target: { ...(await fileOf(target)), ...(to && { language: to }) },
    };
    const body = { ...sides, title, ...(alignment !== undefined && { alignment: await fileOf(alignment) }) };
    return answerOf(await client.POST('/bitexts/aligned', { body })).bitext;
  }
  const body = { source: await sideOf(source, from), target: await sideOf(target, to), title };
  const made = answerOf(await client.POST('/bitexts', { body }));
  report(made.findings);
  const { state, problem } = await aligned(client, made.id);
  if (state !== 'ready') throw new Problem('internal', 'The alignment failed.', problem ?? '');
  return made.id;
}

async function sideOf(path: string, language: string | undefined) {
  const tag = language === undefined ? {} : { language };
  return isWebAddress(path) ? { address: path, ...tag } : { file: await fileOf(path), ...tag };
}

async function fileOf(path: string) {
  if (isFolder(path) || /\.zip$/iu.test(path)) {
    throw new Problem(
      'bad-request',
      'A folder or a zip is not sent to a server.',
      '',
      'Send its pairs one by one, or use the page “Import several file pairs”.',
    );
  }
  const { bytes, name } = await readInput(path);
  return { name: basename(name), content: Buffer.from(bytes).toString('base64'), encoding: 'base64' as const };
}

function report(findings: readonly Schema<'ImportFinding'>[]): void {
  for (const { severity, place, message, code } of findings)
    process.stderr.write(`${severity}: ${place ? `${place}: ` : ''}${message} [${code}]\n`);
}
