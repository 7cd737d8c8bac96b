import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Request, Response } from 'express';
import { mayDo, PERMISSIONS, type Permission } from '../core/accounts/permissions.ts';
import { identityOf } from './door/identity.ts';
import { withinRoles } from './door/within-roles.ts';
import { type InterfaceLanguage, languageOf } from './language.ts';
import { helpersFor } from './view-helpers.ts';
import type { AccountViews } from './views/account-views.ts';
import type { ArticleViews } from './views/article-views.ts';
import type { GlossaryViews } from './views/glossary-views.ts';
import type { ImportViews } from './views/import-views.ts';
import type { LibraryViews } from './views/library-views.ts';
import type { PageViews } from './views/page-views.ts';
import type { ReviewViews } from './views/review-views.ts';

/** What each view needs. A view that is not named here cannot be rendered. */
export interface Views
  extends AccountViews,
    ArticleViews,
    LibraryViews,
    ImportViews,
    ReviewViews,
    GlossaryViews,
    PageViews {}

/** Who reads a page. */
interface Reader {
  readonly name: string;
  readonly mayNot: readonly Permission[];
}

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url));
const compiled = new Map<string, Promise<(data: object) => string>>();

/**
 * The HTML of a view.
 * @param reader who is signed in; null for a part of a page, or where nobody is
 */
export async function renderView<Name extends keyof Views>(
  language: InterfaceLanguage,
  name: Name,
  data: Views[Name],
  reader: Reader | null = null,
): Promise<string> {
  let template = compiled.get(name);
  if (!template) {
    template = compile(name);
    compiled.set(name, template);
  }
  return (await template)({ ...helpersFor(language), ...data, reader });
}

/** The HTML of a view with the name of who asks; what they may not do is disabled by `withinRoles`. */
export function viewFor<Name extends keyof Views>(request: Request, name: Name, data: Views[Name]): Promise<string> {
  const { session, roles } = identityOf(request);
  const reader = session && {
    name: session.account.name,
    mayNot: PERMISSIONS.filter((permission) => !mayDo(roles, permission)),
  };
  return renderView(languageOf(request), name, data, reader);
}

/** Sends a view as the answer. */
export async function sendView<Name extends keyof Views>(
  response: Response,
  name: Name,
  data: Views[Name],
): Promise<void> {
  response.type('html').send(withinRoles(await viewFor(response.req, name, data), response.req));
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
