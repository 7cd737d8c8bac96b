import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Response } from 'express';
import { type InterfaceLanguage, languageOf } from './language.ts';
import { helpersFor } from './view-helpers.ts';
import type { ArticleViews } from './views/article-views.ts';
import type { GlossaryViews } from './views/glossary-views.ts';
import type { ImportViews } from './views/import-views.ts';
import type { LibraryViews } from './views/library-views.ts';
import type { PageViews } from './views/page-views.ts';
import type { ReviewViews } from './views/review-views.ts';

/** What each view needs. A view that is not named here cannot be rendered. */
export interface Views extends ArticleViews, LibraryViews, ImportViews, ReviewViews, GlossaryViews, PageViews {}

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url));
const compiled = new Map<string, Promise<(data: object) => string>>();

/** The HTML of a view. */
export async function renderView<Name extends keyof Views>(
  language: InterfaceLanguage,
  name: Name,
  data: Views[Name],
): Promise<string> {
  let template = compiled.get(name);
  if (!template) {
    template = compile(name);
    compiled.set(name, template);
  }
  return (await template)({ ...helpersFor(language), ...data });
}

/** Sends a view as the answer. */
export async function sendView<Name extends keyof Views>(
  response: Response,
  name: Name,
  data: Views[Name],
): Promise<void> {
  response.type('html').send(await renderView(languageOf(response.req), name, data));
}

async function compile(name: string): Promise<(data: object) => string> {
  const file = `${VIEWS}${name}.ejs`;
  const source = await ejs.fileLoader(file);
  return ejs.compile(source.toString(), {
    filename: file,
    root: VIEWS,
    // Of what is included: else it would be read and compiled anew for each row.
    cache: true,
    strict: true,
    localsName: 'view',
    _with: false,
  }) as (data: object) => string;
}
