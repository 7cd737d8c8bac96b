import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { isEncoding } from '../app/import/encodings.ts';
import type { FetchOptions } from '../app/import/fetch/page-fetcher.ts';
import { languageTag } from '../core/text/language-name.ts';

/**
 * Where the database is kept unless another is named: one place per user, whatever folder a command is run in. Null where the
 * user has none.
 */
export function defaultDatabase(): string | null {
  const { VISAVIS_DB: named, XDG_DATA_HOME: data = '' } = process.env;
  if (named) return named;
  // What is not a whole path does not count (XDG Base Directory Specification): it would be another place in each folder.
  if (isAbsolute(data)) return join(data, 'visavis', 'visavis.sqlite');
  const home = [homedir, () => userInfo().homedir].map(pathOrNone).find(isAbsolute);
  return home === undefined ? null : join(home, '.local', 'share', 'visavis', 'visavis.sqlite');
}

/** A user without an entry in the system's list has none. */
function pathOrNone(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}

export function databaseOption(use = 'database file'): Option {
  const option = new Option('--db <file>', use);
  const usual = defaultDatabase();
  return usual === null ? option.makeOptionMandatory() : option.default(usual);
}

export function embeddingsOption(): Option {
  return new Option(
    '--embeddings <url>',
    'an embeddings server on this machine (Ollama, llama.cpp, text-embeddings-inference) to align by meaning, too',
  );
}

export function embeddingModelOption(): Option {
  return new Option('--embedding-model <name>', 'the model, for a server that has several');
}

export function languageOption(flag: '--from' | '--to' | '--lang', of: string): Option {
  return new Option(
    `${flag} <language>`,
    `language of ${of}, by its tag or name, such as en, fr-CA or English; detected if not given`,
  ).argParser(language);
}

function language(value: string): string {
  const tag = languageTag(value);
  if (tag === null)
    throw new InvalidArgumentError('This is not a language. Use a tag such as en or fr-CA, or a name such as English.');
  return tag;
}

export function fetchPrivateOption(): Option {
  return new Option(
    '--fetch-private',
    'fetch pages of this machine and of private networks, too, where their addresses are given',
  );
}

export function webhookPrivateOption(): Option {
  return new Option('--webhook-private', 'send webhooks to this machine and to private networks, too');
}

/** Which hosts are reached, by that option. */
export function reachOf({ fetchPrivate = false }: { readonly fetchPrivate?: boolean | undefined }): FetchOptions {
  return fetchPrivate ? { mayReach: () => true } : {};
}

/** The encodings of a source and its translation, where a person names them. */
export type Encodings = readonly [source: string, target: string];

export function encodingOption(of: 'text' | 'texts'): Option {
  const both = of === 'texts' ? '; two with a comma between them where the translation has another' : '';
  return new Option(
    '--encoding <name>',
    `encoding of the ${of}, such as utf-8, windows-1251, koi8-u or cp850${both}; told by the bytes if not given`,
  ).argParser((value): Encodings => {
    const names = value.split(',').map((name) => name.trim());
    const [source = '', target = source] = names;
    const isKnown = names.length <= (of === 'texts' ? 2 : 1) && [source, target].every(isEncoding);
    if (!isKnown)
      throw new InvalidArgumentError('This encoding is not known. Use a name such as utf-8 or windows-1251.');
    return [source, target];
  });
}

/** Reads a whole number between two bounds. */
export function wholeNumber(name: string, least: number, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(`${name} takes a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

/** Reads a probability. */
export function probability(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('It takes a number from 0 to 1.');
  return number;
}
