import { msg } from '../message.ts';
import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { primarySubtag } from '../text/language-tag.ts';
import { literalPattern, oneOf } from '../text/literal-pattern.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding } from './row-finding.ts';

/**
 * Acronyms of organisations that are another one's in the translation (NATO, ONU), or stand in it as they are in the
 * source though its language has its own (WHO for OMS). One that is written out is not looked for.
 */
export function checkAcronyms({ source, target, packs }: CheckedTexts): RowFinding[] {
  const languages = { source: primarySubtag(packs.source.language), target: primarySubtag(packs.target.language) };
  if (!anyAcronym(packs.source)?.test(source)) return [];
  const findings: RowFinding[] = [];
  const left = { source: new Map<Names, Place>(), target: new Map<Names, Place>() };
  for (const names of packs.source.checks.acronyms) {
    const own = placeOf(source, names[languages.source], packs.source);
    const other = placeOf(target, names[languages.target], packs.target);
    if (own && !other) left.source.set(names, own);
    if (other && !own) left.target.set(names, other);
  }
  for (const [names, own] of left.source) {
    const expected = names[languages.target]?.split('|')[0] ?? '';
    if (expected === '') continue;
    const copied = expected === own.text ? null : placeOf(target, own.text, packs.target);
    const rival = [...left.target].find(([, { text }]) => text !== own.text);
    const other = copied ?? rival?.[1] ?? transposed(own.text, expected, target);
    if (!other) continue;
    if (rival && other === rival[1]) left.target.delete(rival[0]);
    findings.push({
      code: 'acronym',
      severity: copied ? 'warning' : 'error',
      source: { start: own.start, end: own.end },
      target: { start: other.start, end: other.end },
      found: other.text,
      expected,
      suggestion: expected,
      reason: msg('“{source}” is “{expected}” in this language, not “{found}”.', {
        source: own.text,
        expected,
        found: other.text,
      }),
    });
  }
  return findings;
}

/** Any acronym in a language: most rows have none and need no further check. */
const anyAcronym = onceFor(({ language, checks }: LanguagePack): RegExp | null => {
  const forms = checks.acronyms.flatMap((names) => names[primarySubtag(language)]?.split('|') ?? []);
  return forms.length > 0 ? new RegExp(forms.map(literalPattern).join('|'), 'u') : null;
});

type Names = Readonly<Record<string, string>>;

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What may come before an acronym without being a part of it: nothing, or what is written together with the next word. */
const beforeAcronym = onceFor(({ grammar }: LanguagePack): RegExp => {
  const proclitics = grammar?.proclitics?.map(([written]) => written) ?? [];
  return new RegExp(`(?:^|\\P{L})${proclitics.length > 0 ? `(?:${oneOf(proclitics)})?` : ''}$`, 'u');
});

function placeOf(text: string, forms: string | undefined, pack: LanguagePack): Place | null {
  for (const form of forms?.split('|') ?? []) {
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      const end = start + form.length;
      const spaced = !/\p{Script=Han}/u.test(form);
      if (spaced && /[\p{L}\p{N}.]$/u.test(text.slice(0, start)) && !beforeAcronym(pack).test(text.slice(0, start)))
        continue;
      if (spaced && /^(?:[\p{L}\p{N}]|-\p{Lu})/u.test(text.slice(end)) && !/^\p{Ll}/u.test(text.slice(end))) continue;
      return { text: form, start, end };
    }
  }
  return null;
}

/** The letters of the expected acronym in another order: "OTNA". */
function transposed(own: string, expected: string, target: string): Place | null {
  if (!/^\p{Lu}{3,}$/u.test(expected)) return null;
  const sorted = (word: string) => [...word].sort().join('');
  for (const match of target.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu)) {
    const text = match[0];
    if (text !== own && text !== expected && sorted(text) === sorted(expected))
      return { text, start: match.index, end: match.index + text.length };
  }
  return null;
}
