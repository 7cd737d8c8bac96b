import { msg } from '../../message.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';

/** Spaces of a translation that are double, stand before a comma or full stop, or lack where the language has them. */
export function checkSpaces({ source, target, packs, spacedSigns }: CheckedTexts): RowFinding[] {
  const findings: RowFinding[] = [];
  const note = (match: RegExpExecArray, suggestion: string, severity: RowFinding['severity'] = 'warning') =>
    findings.push({
      code: 'spaces',
      severity,
      source: null,
      target: { start: match.index, end: match.index + match[0].length },
      found: match[0],
      expected: suggestion,
      suggestion,
      reason: suggestion.length > match[0].length ? msg('A space is missing.') : msg('There is a space too many.'),
    });
  // What is seen at once to be nowhere is not looked for with what must stand around it.
  const double = TWO_SPACES.test(target) ? /(?<=\S)[ \u00a0\u202f]{2,}(?=\S)/u.exec(target) : null;
  if (double && !/\S[ \u00a0]{2,}\S/u.test(source)) note(double, ' ');
  const before = SPACE_BEFORE.test(target) ? /(?<=[\p{L}\p{N}»”)])[ \u00a0]+(?=[,.)](?:\s|$))/u.exec(target) : null;
  if (before && !/\p{L}[ \u00a0]+[,.)](?:\s|$)/u.test(source)) note(before, '');
  const after = LETTER_BEHIND.test(target)
    ? /(?<=\p{Ll}[,;.!?])(?=\p{Lu}\p{Ll}|(?<=[,;])\p{Ll}{2})/u.exec(target)
    : null;
  if (
    after &&
    !/\p{Script=Han}/u.test(target) &&
    !/\p{Ll}[,;.!?]\p{Lu}\p{Ll}|\p{Ll}[,;]\p{Ll}{2}/u.test(source) &&
    !/\S*(?:www|https?:|@|\.\p{Ll}{2,3}\b)\S*/u.test(target)
  )
    note(after, ' ');
  if (packs.target.checks.spacedSigns && spacedSigns !== false) {
    const sign = HIGH_SIGN.test(target) ? MISSING_SPACE.exec(target) : null;
    if (sign) note(sign, '\u00a0', 'hint');
  }
  return findings;
}

const TWO_SPACES = /[ \u00a0\u202f]{2}/u;
const SPACE_BEFORE = /[ \u00a0][,.)]/u;
const LETTER_BEHIND = /[,;.!?]\p{L}/u;
const HIGH_SIGN = /[;!?:«»]/u;

/** Where a space should stand before a high sign, or within angle quotation marks. */
const MISSING_SPACE = /(?<=[\p{L}»)])(?=[;!?](?:\s|$))|(?<=[\p{L}»)])(?=:\s)|(?<=[\p{L}.,!?…])(?=»)|(?<=«)(?=[\p{L}])/u;

/** Whether most high signs of some texts stand behind a space, as in France, or not, as in Switzerland and Quebec. */
export function usesSpacedSigns(texts: Iterable<string>): boolean {
  let [spaced, bare] = [0, 0];
  for (const text of texts) {
    spaced += text.match(/[ \u00a0\u202f][;:!?»](?:\s|$)/gu)?.length ?? 0;
    bare += text.match(/\p{L}[;:!?»](?:\s|$)/gu)?.length ?? 0;
  }
  return spaced >= bare;
}
