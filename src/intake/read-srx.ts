import { SaxesParser } from 'saxes';
import type { Finding } from '../core/finding.ts';
import { type Message, msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { compileRules, type UserBreakRule } from '../core/text/user-rules.ts';
import { javascriptPattern } from './javascript-pattern.ts';
import { atPlace, reasonOf } from './xml/xml-error.ts';

/** What is read of a file of segmentation rules. */
export interface SrxFile {
  readonly rules: readonly UserBreakRule[];
  /** Rules that this program cannot carry out, each named. */
  readonly findings: readonly Finding[];
}

/**
 * Reads segmentation rules, SRX 1.0 or 2.0 (LISA/GALA 2008). Which languages a
 * group of rules applies is decided by the file's language map, whose patterns are
 * tried on the languages given; cascading groups are laid one after another.
 * Regular expressions are ICU's and are put into JavaScript's form.
 * @param languages tags that are asked for
 * @throws Problem `unreadable-file` with line and column where it is no SRX
 */
export function readSrx(text: string, name: string, languages: readonly string[]): SrxFile {
  const groups = new Map<string, { breaks: boolean; before: string; after: string }[]>();
  const maps: { pattern: string; group: string }[] = [];
  let cascade = false;
  let root = '';
  let group = '';
  let breaks = true;
  let parts = { beforebreak: '', afterbreak: '' };
  let element: keyof typeof parts | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw unreadable(atPlace(parser, reasonOf(error)));
  });
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const tag = local(qualified);
    root ||= tag;
    if (tag === 'header') cascade = attributes['cascade'] === 'yes';
    else if (tag === 'languagerule') {
      group = attributes['languagerulename'] ?? '';
      groups.set(group, groups.get(group) ?? []);
    } else if (tag === 'languagemap') {
      maps.push({ pattern: attributes['languagepattern'] ?? '', group: attributes['languagerulename'] ?? '' });
    } else if (tag === 'rule') {
      breaks = attributes['break'] !== 'no';
      parts = { beforebreak: '', afterbreak: '' };
    } else if (tag === 'beforebreak' || tag === 'afterbreak') element = tag;
  });
  const add = (piece: string) => {
    if (element) parts[element] += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name: qualified }) => {
    const tag = local(qualified);
    if (tag === element) element = null;
    if (tag === 'rule') groups.get(group)?.push({ breaks, before: parts.beforebreak, after: parts.afterbreak });
  });
  parser.write(text).close();
  if (root !== 'srx') throw unreadable(msg('Its root element is “{tag}”.', { tag: root }));

  const findings: Finding[] = [];
  const rules = languages.flatMap((language) => {
    const wanted = maps.filter(({ pattern }) => matches(pattern, language));
    const used = cascade ? wanted : wanted.slice(0, 1);
    return used.flatMap(({ group }) =>
      (groups.get(group) ?? []).flatMap((rule, i): UserBreakRule[] => {
        const made = {
          language,
          breaks: rule.breaks,
          before: javascriptPattern(rule.before),
          after: javascriptPattern(rule.after),
        };
        if (made.before === '' && made.after === '') return [];
        try {
          compileRules([made]);
          return [made];
        } catch {
          findings.push({
            code: 'rule-left-out',
            severity: 'warning',
            place: name,
            message: msg(
              'Rule {number} of “{group}” was left out because JavaScript does not support its regular expression: {expression}',
              { number: String(i + 1), group, expression: `${rule.before} | ${rule.after}` },
            ),
          });
          return [];
        }
      }),
    );
  });
  if (rules.length === 0 && findings.length === 0) {
    throw new Problem(
      'empty-text',
      msg('There are no rules for {languages} in {name}.', { languages, name }),
      maps.length > 0
        ? msg('Its language map names: {patterns}.', { patterns: maps.map(({ pattern }) => pattern) })
        : 'Its language map is empty.',
      'Choose another language or another file.',
    );
  }
  return { rules, findings };

  function unreadable(detail: Message): Problem {
    return new Problem(
      'unreadable-file',
      msg('{name} cannot be read as SRX.', { name }),
      detail,
      'Export the rules again from the tool they come from.',
    );
  }
}

function local(name: string): string {
  return name.replace(/^.*:/u, '').toLowerCase();
}

function matches(pattern: string, language: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'iu').test(language);
  } catch {
    return false;
  }
}
