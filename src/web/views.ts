import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Request, Response } from 'express';
import { mayDo, PERMISSIONS, type Permission } from '../core/accounts/permissions.ts';
import { identityOf } from './door/identity.ts';
import { withinRoles } from './door/within-roles.ts';
import { firstStyle } from './files/first-style.ts';
import { type InterfaceLanguage, languageOf } from './language.ts';
import { helpersFor } from './view-helpers.ts';
import type { AccountViews } from './views/account-views.ts';
import type { ArticleViews } from './views/article-views.ts';
import { escaped } from './views/escaped.ts';
import type { GlossaryViews } from './views/glossary-views.ts';
import type { ImportViews } from './views/import-views.ts';
import type { LibraryViews } from './views/library-views.ts';
import type { PageViews } from './views/page-views.ts';
import type { ReviewViews } from './views/review-views.ts';
import type { WebhookViews } from './views/webhook-views.ts';
import type { WorkflowViews } from './views/workflow-views.ts';

/** What each view needs. A view that is not named here cannot be rendered. */
export interface Views
  extends AccountViews,
    ArticleViews,
    LibraryViews,
    ImportViews,
    ReviewViews,
    GlossaryViews,
    PageViews,
    WebhookViews,
    WorkflowViews {}

/** What a page has from the request for it. */
interface Asked {
  readonly reader: Reader | null;
  /** The style sheet, where it is to stand in the page. */
  firstStyle(): string | null;
}

const BY_NOBODY: Asked = { reader: null, firstStyle: () => null };

/** Who reads a page. */
interface Reader {
  readonly name: string;
  readonly mayNot: readonly Permission[];
  /** How many notices they have not read. */
  readonly unread: number;
}

const VIEWS = fileURLToPath(new URL('../../views/', import.meta.url));
const compiled = new Map<string, Promise<(data: object) => string>>();

/**
 * The HTML of a view.
 * @param asked who asks and how; left out for a part of a page
 */
export async function renderView<Name extends keyof Views>(
  language: InterfaceLanguage,
  name: Name,
  data: Views[Name],
  asked: Asked = BY_NOBODY,
): Promise<string> {
  let template = compiled.get(name);
  if (!template) {
    template = compile(name);
    compiled.set(name, template);
  }
  return (await template)({ ...helpersFor(language), ...data, ...asked });
}

/** What a part of a row is given. */
type RowPart = 'review/row' | 'review/segments' | 'review/finding';

const parts = new Map<string, Promise<(data: object) => string>>();

/**
 * Makes a function that renders rows one after another. A page has hundreds of them, each of several parts, and half of
 * the time would go to copying the helpers into the data of every part: here they stand behind it, as its prototype.
 */
export async function rowRenderer(language: InterfaceLanguage): Promise<(data: Views['review/row']) => string> {
  const names: readonly RowPart[] = ['review/row', 'review/segments', 'review/finding'];
  const templates = new Map<string, (data: object) => string>();
  for (const name of names) {
    const template = parts.get(name) ?? compile(name, { unsafePrototypeLocals: true });
    parts.set(name, template);
    templates.set(name, await template);
  }
  const helpers = { ...helpersFor(language), reader: null };
  const part = (name: RowPart, data: object): string =>
    templates.get(name)!(Object.assign(Object.create(helpers) as object, data, { part }));
  return (data) => part('review/row', data);
}

/** The HTML of a view with the name of who asks; what they may not do is disabled by `withinRoles`. */
export function viewFor<Name extends keyof Views>(request: Request, name: Name, data: Views[Name]): Promise<string> {
  const { session, roles } = identityOf(request);
  const reader = session && {
    name: session.account.name,
    unread: session.unread,
    mayNot: PERMISSIONS.filter((permission) => !mayDo(roles, permission)),
  };
  return renderView(languageOf(request), name, data, { reader, firstStyle: () => firstStyle(request, request.res!) });
}

/** Sends a view as the answer. */
export async function sendView<Name extends keyof Views>(
  response: Response,
  name: Name,
  data: Views[Name],
): Promise<void> {
  response.type('html').send(withinRoles(await viewFor(response.req, name, data), response.req));
}

async function compile(
  name: string,
  options: { readonly unsafePrototypeLocals?: boolean } = {},
): Promise<(data: object) => string> {
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
    escape: escaped,
    ...options,
  }) as (data: object) => string;
}
