import type { Request, Response } from 'express';
import { z } from 'zod';
import type { App } from '../../../app/app.ts';
import { CHOSEN_BY_HAND, type PreparedArticle } from '../../../app/import/article-intake.ts';
import type { ArticleInput } from '../../../app/intake-tools.ts';
import type { LanguageVersion } from '../../../core/article.ts';
import { SEGMENT_KINDS, type Side } from '../../../core/bitext/bitext.ts';
import { TEXT_STYLES } from '../../../core/bitext/inline/styled-spans.ts';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { jsonIn, Language, readForm } from '../../forms.ts';
import { sendView } from '../../views.ts';
import { sideInput } from './side-input.ts';

/** Encodings that a person may name for a text file; WHATWG's names. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'macintosh',
  'cp437',
  'cp850',
  'cp852',
] as const;

/** What a person has typed on one side of the form; it comes back with every refusal. */
export interface TypedSide {
  readonly text: string;
  readonly language: string;
  /** What was pasted with its formatting, where the text was not changed since. */
  readonly html: string;
  readonly encoding: string;
  /** An article that was read before, as JSON: it stands for the text as long as that is unchanged. */
  readonly read: string;
  /** The versions in other languages that a page names which was read before. */
  readonly versions: readonly LanguageVersion[];
}

export type TypedPair = Readonly<Record<Side, TypedSide>>;

const EMPTY_SIDE: TypedSide = { text: '', language: '', html: '', encoding: '', read: '', versions: [] };
export const EMPTY_PAIR: TypedPair = { source: EMPTY_SIDE, target: EMPTY_SIDE };

/** Shows the form for a new pair with what was typed in it. */
export async function sendPairForm(
  response: Response,
  typed: TypedPair = EMPTY_PAIR,
  problems: readonly Problem[] = [],
): Promise<void> {
  await sendView(response, 'import/new', { problems, typed, encodings: ENCODINGS });
}

/** What stands in the form, as it was sent. Nothing is refused yet. */
export function typedPair(request: Request): TypedPair {
  const side = (side: Side): TypedSide => {
    const field = (name: string) => String(request.body?.[`${side}${name}`] ?? '');
    return {
      // The page in another language, as the form offers it.
      text: field('Text').trim() === '' ? field('Address') : field('Text'),
      language: field('Language'),
      html: field('Html'),
      encoding: field('Encoding'),
      read: field('Read'),
      versions: [],
    };
  };
  return { source: side('source'), target: side('target') };
}

/** Why a line is taken for what it is: a message with words alone for values. */
const Reason = z
  .object({ text: z.string().max(500), values: z.record(z.string(), z.string()).optional() })
  .transform(({ text, values }) => (values ? { text, values } : { text }))
  .nullable();

/** A prepared article on its way through a form. */
const Article = z.object({
  title: z.string(),
  text: z.string().min(1),
  blocks: z
    .array(z.object({ start: z.int().min(0), end: z.int().min(0), kind: z.enum(SEGMENT_KINDS), reason: Reason }))
    .min(1),
  styles: z.array(z.object({ start: z.int().min(0), end: z.int().min(0), style: z.enum(TEXT_STYLES) })).default([]),
  publisher: z.string().default(''),
  published: z.string().default(''),
  author: z.string().max(200).optional(),
  address: z.string().optional(),
  versions: z.array(z.object({ language: z.string(), address: z.string() })).optional(),
});

/** A prepared article as a hidden field holds it. */
export function heldArticle(article: PreparedArticle): string {
  const { title, text, blocks, styles, publisher, published, author, address, versions } = article;
  return JSON.stringify({ title, text, blocks, styles, publisher, published, author, address, versions });
}

/** The article that a hidden field holds; null where it holds none. */
export function articleIn(json: string): z.output<typeof Article> | null {
  return json === '' ? null : readForm(Article, jsonIn(json));
}

/**
 * What to read for one side: a file, a page, or what was typed or pasted.
 * @throws Problem `empty-text` where there is nothing, and as `PageFetcher` says
 */
export async function inputOf(app: App, side: Side, response: Response, typed: TypedSide): Promise<ArticleInput> {
  const language = readForm(Language, typed.language) || undefined;
  const encoding = readForm(z.enum(['', ...ENCODINGS]), typed.encoding) || undefined;
  const input = await sideInput(app, response, side, { ...typed, language, encoding });
  if (input) return input;
  throw new Problem(
    'empty-text',
    side === 'source' ? 'The source is empty.' : 'The translation is empty.',
    '',
    'Paste its text or its address, or choose a file. What you typed on the other side is still here.',
  );
}

/**
 * The article that the preview's hidden field holds, with the kinds and the language chosen there.
 * @param isFinal whether it is stored now, and has to have a language
 */
export function articleFrom(side: Side, fields: Readonly<Record<string, string>>, isFinal = true): PreparedArticle {
  const article = readForm(Article, jsonIn(fields[side]));
  const language = readForm(Language, fields[`${side}Language`] ?? '');
  if (language === '' && isFinal) {
    throw new Problem(
      'bad-request',
      side === 'source'
        ? msg('The language of the source is missing.')
        : msg('The language of the translation is missing.'),
      '',
      'Choose the language of both texts.',
    );
  }
  const blocks = article.blocks.map((block, i) => {
    const isOut = fields[`${side}Out${i}`] === 'on';
    const kind = isOut ? 'boilerplate' : readForm(z.enum(SEGMENT_KINDS), fields[`${side}Kind${i}`] ?? block.kind);
    return kind === block.kind ? block : { ...block, kind, reason: CHOSEN_BY_HAND };
  });
  const publisher = (fields[`${side}Publisher`] ?? '').trim().slice(0, 200);
  const published = readForm(z.union([z.literal(''), z.iso.date()]), fields[`${side}Published`] ?? '');
  const known = { language: language || 'und', languageSure: language !== '' };
  return { ...article, blocks, ...known, publisher, published, findings: [], encoding: '' };
}
