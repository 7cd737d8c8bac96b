import type { Request, Response } from 'express';
import { z } from 'zod';
import { CHOSEN_BY_HAND, type PreparedArticle } from '../../../app/import/article-intake.ts';
import type { ArticleInput } from '../../../app/intake-tools.ts';
import { SEGMENT_KINDS, type Side } from '../../../core/bitext/bitext.ts';
import { msg } from '../../../core/message.ts';
import { Problem } from '../../../core/problem.ts';
import { jsonIn, Language, readForm } from '../../forms.ts';
import { sendView } from '../../views.ts';

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
}

export type TypedPair = Readonly<Record<Side, TypedSide>>;

const EMPTY_SIDE: TypedSide = { text: '', language: '', html: '', encoding: '', read: '' };
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
      text: field('Text'),
      language: field('Language'),
      html: field('Html'),
      encoding: field('Encoding'),
      read: field('Read'),
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
  publisher: z.string().default(''),
  published: z.string().default(''),
});

/** The article that a hidden field holds; null where it holds none. */
export function articleIn(json: string): z.output<typeof Article> | null {
  return json === '' ? null : readForm(Article, jsonIn(json));
}

/** What to read for one side: a file, what was read before, or what was typed or pasted. */
export function inputOf(side: Side, request: Request, typed: TypedSide): ArticleInput {
  const files = request.files as Record<string, Express.Multer.File[] | undefined> | undefined;
  const file = files?.[`${side}File`]?.[0];
  const language = readForm(Language, typed.language) || undefined;
  const encoding = readForm(z.enum(['', ...ENCODINGS]), typed.encoding) || undefined;
  if (file && (file.size > 0 || !typed.text.trim())) {
    return { bytes: file.buffer, name: file.originalname, language, encoding };
  }
  if (!typed.text.trim()) {
    throw new Problem(
      'empty-text',
      side === 'source' ? 'The source is empty.' : 'The translation is empty.',
      '',
      'Paste its text, or choose a file. What you typed on the other side is still here.',
    );
  }
  return { ...(typed.html ? { html: typed.html } : { text: typed.text }), name: side, language };
}

/** The article that the preview's hidden field holds, with the kinds and the language chosen there. */
export function articleFrom(side: Side, fields: Readonly<Record<string, string>>): PreparedArticle {
  const article = readForm(Article, jsonIn(fields[side]));
  const language = readForm(Language, fields[`${side}Language`] ?? '');
  if (language === '') {
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
    const kind = readForm(z.enum(SEGMENT_KINDS), fields[`${side}Kind${i}`] ?? block.kind);
    return kind === block.kind ? block : { ...block, kind, reason: CHOSEN_BY_HAND };
  });
  const publisher = (fields[`${side}Publisher`] ?? '').trim().slice(0, 200);
  const published = readForm(z.union([z.literal(''), z.iso.date()]), fields[`${side}Published`] ?? '');
  return { ...article, blocks, language, publisher, published, languageSure: true, findings: [], encoding: '' };
}
