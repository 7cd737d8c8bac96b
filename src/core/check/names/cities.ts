import { msg } from '../../message.ts';
import { onceFor } from '../../once-for.ts';
import type { LanguagePack } from '../../text/language-pack.ts';
import { literalPattern } from '../../text/literal-pattern.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding, Span } from '../row-finding.ts';

/**
 * A city in the place of another one: "Lisbon" and „Madrid“. Cities are those that CLDR names time zones after, in the languages with a pack of
 * checks (`data/cities.json`). Only where each side has one that the other has not: a city may be said otherwise (its
 * country, its government, its people), and then nothing can be told.
 */
export function checkCities({ source, target, packs }: CheckedTexts): RowFinding[] {
  const own = citiesIn(source, packs.source);
  if (own.length === 0) return [];
  const other = citiesIn(target, packs.target);
  const one = own.find(({ id }) => other.every((city) => city.id !== id));
  const two = one && other.find(({ id }) => own.every((city) => city.id !== id));
  if (!one || !two) return [];
  const [expected, found] = [source.slice(one.start, one.end), target.slice(two.start, two.end)];
  return [
    {
      code: 'place',
      severity: 'warning',
      source: { start: one.start, end: one.end },
      target: { start: two.start, end: two.end },
      found,
      expected,
      suggestion: null,
      reason: msg('The source has “{expected}”, the translation “{found}”.', { expected, found }),
    },
  ];
}

interface City extends Span {
  readonly id: string;
}

function citiesIn(text: string, pack: LanguagePack): City[] {
  const { pattern, ids } = finders(pack);
  if (!pattern) return [];
  return [...text.matchAll(pattern)].flatMap(({ index, 0: whole, groups }) => {
    const name = groups!['name']!;
    const id = ids.get(name);
    return id ? [{ id, start: index + whole.indexOf(name), end: index + whole.length }] : [];
  });
}

interface Finder {
  readonly pattern: RegExp | null;
  /** By the name, or what of it stays in every case. */
  readonly ids: ReadonlyMap<string, string>;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const HAN = /\p{Script=Han}/u;
const ARABIC = /\p{Script=Arabic}/u;
/** Shorter stems begin other words. */
const MIN_STEM = 3;

const finders = onceFor(({ language, checks }: LanguagePack): Finder => {
  const ids = new Map<string, string>();
  for (const city of checks.cities ?? []) {
    const id = city['und']!;
    const name = city[language] ?? id;
    const stem = CYRILLIC.test(name) ? name.replace(/[аяйьы]$/u, '') : name;
    if (stem.length >= (HAN.test(name) ? 2 : MIN_STEM)) ids.set(stem, id);
  }
  if (ids.size === 0) return { pattern: null, ids };
  const names = [...ids.keys()].toSorted((a, b) => b.length - a.length);
  const any = `(?<name>${names.map(literalPattern).join('|')})`;
  const [first = ''] = names;
  if (HAN.test(first)) return { pattern: new RegExp(`${any}(?![尼·])`, 'gu'), ids };
  const lead = ARABIC.test(first) ? '[وف]?[بلك]?' : '';
  const end = CYRILLIC.test(first) ? '\\p{Ll}{0,2}' : '';
  return { pattern: new RegExp(`(?<![\\p{L}\\p{M}-])${lead}${any}${end}(?![\\p{L}\\p{M}-])`, 'gu'), ids };
});
