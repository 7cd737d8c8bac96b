import type { Request } from 'express';
import { mayDo, PERMISSIONS, type Permission } from '../../core/accounts/permissions.ts';
import { languageOf, translatorIn } from '../language.ts';
import type { Route } from '../route.ts';
import { identityOf } from './identity.ts';
import { whoMay } from './permit.ts';
import { permissionsAt } from './route-permissions.ts';

const POST_FORM = /<form\b[^>]*\bmethod="post"[^>]*>[\s\S]*?<\/form>/gu;
const GET_FORM = /<form\b(?![^>]*\bmethod="(?:post|dialog)")[^>]*>[\s\S]*?<\/form>/gu;
const CONTROL = /<(?:button|select|textarea|input(?![^>]*\btype="hidden"))\b(?![^>]*\sdisabled)/gu;
const BUTTON = /<button\b[^>]*>/gu;
const LINK = /<a\b[^>]*\shref="\/[^"]*"[^>]*>/gu;
const MAIN = /<main\b[^>]*>/u;

/**
 * A page with what its reader may not do disabled, each with the reason: forms and links by the table of routes, so that no page
 * can forget it; a button that takes more than its form names that itself (`data-needs="confirm"`).
 * @param html of our own views, in which attributes are quoted and no form stands in another
 */
export function withinRoles(html: string, request: Request): string {
  const { roles } = identityOf(request);
  const mayAll = PERMISSIONS.every((permission) => mayDo(roles, permission));
  // Who is not in yet sees pages that are for everybody.
  if (mayAll || roles.length === 0) return html;
  const { t } = translatorIn(languageOf(request));
  const permissionFor = permissionsAt(request.app);
  const refused = (method: Route['method'], address: string): Permission | null => {
    const permission = permissionFor(method, pathOf(address) || request.path);
    return permission === undefined || permission === 'anyone' || mayDo(roles, permission) ? null : permission;
  };
  const reason = (permission: Permission) => `title="${escaped(t(whoMay(permission)))}"`;

  const disabledButton = (button: string, method: Route['method']) => {
    const needed = attribute(button, 'data-needs') as Permission | null;
    const to = attribute(button, 'formaction');
    const missing = needed && !mayDo(roles, needed) ? needed : to === null ? null : refused(method, to);
    if (!missing || /\sdisabled/u.test(button)) return button;
    return button.replace(/\stitle="[^"]*"/u, '').replace('<button', `<button disabled ${reason(missing)}`);
  };
  const disabledForm = (form: string) => {
    const missing = refused('post', attribute(form.slice(0, form.indexOf('>') + 1), 'action') ?? '');
    if (missing) return form.replace(CONTROL, (control) => `${control} disabled ${reason(missing)}`);
    return form.replace(BUTTON, (button) => disabledButton(button, 'post'));
  };
  const disabledLink = (link: string) => {
    const missing = refused('get', attribute(link, 'href') ?? '/');
    return missing ? link.replace(/\shref="[^"]*"/u, ` aria-disabled="true" ${reason(missing)}`) : link;
  };
  const limited = html
    .replace(POST_FORM, disabledForm)
    .replace(GET_FORM, (form) => form.replace(BUTTON, (button) => disabledButton(button, 'get')))
    .replace(LINK, disabledLink);
  const isLess = limited.length - limited.search(MAIN) !== html.length - html.search(MAIN);
  if (!isLess || html.search(MAIN) < 0) return limited;
  const note = t('What is greyed out takes other roles than yours: {roles}.', {
    roles: roles.map((text) => ({ text })),
  });
  return limited.replace(MAIN, (main) => `${main}\n<p class="quiet role-note" role="note">${escaped(note)}</p>`);
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? null;
}

/** The path of an address as it stands in HTML. */
function pathOf(address: string): string {
  return address.replace(/[?#].*$/su, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
