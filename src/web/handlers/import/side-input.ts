import type { Request, Response } from 'express';
import type { App } from '../../../app/app.ts';
import type { ArticleInput } from '../../../app/intake-tools.ts';
import type { Side } from '../../../core/bitext/bitext.ts';
import { isWebAddress } from '../../../core/text/web-address.ts';
import { signalOf } from '../../forms.ts';

/** What stands on one side of a form beside its file. */
export interface TypedInput {
  /** A text, or the address of a page and nothing else. */
  readonly text: string;
  /** What was pasted with its formatting, where the text was not changed since. */
  readonly html?: string;
  readonly language?: string | undefined;
  readonly encoding?: string | undefined;
}

/**
 * What a side of a form brings: a file, else the page of an address, which is fetched, else what was typed or pasted. Null where
 * there is nothing.
 * @throws Problem as `PageFetcher` says
 */
export async function sideInput(
  { pages }: Pick<App, 'pages'>,
  response: Response,
  side: Side,
  { text, html = '', language, encoding }: TypedInput,
): Promise<ArticleInput | null> {
  const file = fileOf(response.req, side);
  if (file && (file.size > 0 || !text.trim())) {
    return { bytes: file.buffer, name: file.originalname, language, encoding };
  }
  if (!text.trim()) return null;
  if (isWebAddress(text.trim())) {
    return { ...(await pages.fetch(text.trim(), signalOf(response))), language, encoding };
  }
  return { ...(html ? { html } : { text }), name: side, language };
}

/** Whether a side of a form brings nothing at all. */
export function isEmptySide(request: Request, side: Side, { text }: TypedInput): boolean {
  return text.trim() === '' && fileOf(request, side) === undefined;
}

function fileOf(request: Request, side: Side): Express.Multer.File | undefined {
  const files = request.files as Record<string, Express.Multer.File[] | undefined> | undefined;
  const file = files?.[`${side}File`]?.[0];
  // A browser sends a field of files that holds none as one without a name.
  return file && (file.size > 0 || file.originalname !== '') ? file : undefined;
}
