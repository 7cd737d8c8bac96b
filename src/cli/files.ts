import { createReadStream, createWriteStream, readdirSync, statSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileCollection } from '../app/import/import-many.ts';
import type { PageFetcher } from '../app/parts.ts';
import { msg, wordsOf } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { isWebAddress } from '../core/text/web-address.ts';
import type { Encodings } from './options.ts';

/** A file's bytes and the name to call it by; "-" is standard input. */
export async function readInput(path: string): Promise<{ bytes: Uint8Array; name: string }> {
  if (path === '-') return { bytes: await readAll(process.stdin), name: 'standard input' };
  try {
    return { bytes: await readFile(path), name: basename(path) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The first bytes of a file, as far as they come at once. */
export async function readHead(path: string): Promise<{ bytes: Uint8Array; name: string }> {
  try {
    for await (const piece of createReadStream(path)) return { bytes: piece as Buffer, name: basename(path) };
    return { bytes: new Uint8Array(), name: basename(path) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * A source and its translation as files, with the languages and encodings given for them.
 * @param pages fetches those that are named by their address; where it is left out, only files are read
 */
export async function readInputs(
  source: string,
  target: string,
  { from, to, encoding }: { from?: string | undefined; to?: string | undefined; encoding?: Encodings | undefined },
  pages?: PageFetcher,
) {
  const read = (path: string) => (pages && isWebAddress(path) ? pages.fetch(path) : readInput(path));
  return {
    source: { ...(await read(source)), language: from, encoding: encoding?.[0] },
    target: { ...(await read(target)), language: to, encoding: encoding?.[1] },
  };
}

/** Writes text to a file, or to standard output for "-". A file is there whole or not at all. */
export async function writeOutput(
  path: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string>,
): Promise<void> {
  if (path === '-') {
    for await (const chunk of chunks) {
      if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    return;
  }
  const partial = `${path}.partial`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof Problem || !isSystemError(error)) throw error;
    throw new Problem(
      'bad-input',
      msg('{path} cannot be written.', { path }),
      wordsOf(error),
      'Check that its folder exists, may be written to, and has room.',
      error,
    );
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The problem of a file that could not be read; an error that is a problem already stays as it is. */
export function unreadable(path: string, error: unknown): unknown {
  if (error instanceof Problem) return error;
  const code = isSystemError(error) ? error.code : '';
  if (code === 'ENOENT')
    return new Problem(
      'bad-input',
      msg('There is no file {path}.', { path }),
      '',
      'Check the name and the folder.',
      error,
    );
  if (code === 'EISDIR')
    return new Problem('bad-input', msg('{path} is a folder.', { path }), '', 'Name a file in it.', error);
  return new Problem(
    'bad-input',
    msg('{path} cannot be read.', { path }),
    wordsOf(error),
    'Check that you may read it.',
    error,
  );
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The files of a folder and those below it, but for hidden ones. */
export function folderCollection(folder: string): FileCollection {
  return {
    paths: readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !/(?:^|\/)\./u.test(path) && statSync(join(folder, path)).isFile()),
    read: async (path) => readFile(join(folder, path)),
  };
}
