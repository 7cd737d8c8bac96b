import type { Atom } from '../check/values/atoms.ts';
import { literalsIn } from '../check/values/literals.ts';
import { readValues } from '../check/values/read-values.ts';
import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { primarySubtag } from '../text/language-tag.ts';
import { literalPattern } from '../text/literal-pattern.ts';
import type { KeyKind } from './key-hash.ts';
import { nameWordsIn } from './name-keys.ts';

/** Something that a translation keeps, as one text whatever the language, and where it stands. */
export interface DocumentKey {
  readonly kind: KeyKind;
  readonly key: string;
  /** What it is when it is rounded. */
  readonly rounded?: string;
  readonly start: number;
}

/**
 * What of a text survives translation, in the order of the text: numbers by their value, dates, times, countries, addresses,
 * organisations by their acronyms, names by how they sound.
 */
export function documentKeys(text: string, pack: LanguagePack): DocumentKey[] {
  const keys = [
    ...valueKeys(text, pack),
    ...literalsIn(text).map(({ kind, key, start }): DocumentKey => ({ kind: 'literal', key: `${kind} ${key}`, start })),
    ...acronymKeys(text, pack),
    ...nameWordsIn(text, pack).map(
      ({ key, start, isNoun }): DocumentKey => ({ kind: isNoun ? 'capital' : 'name', key: `name ${key}`, start }),
    ),
  ];
  return keys.sort((a, b) => a.start - b.start);
}

function valueKeys(text: string, pack: LanguagePack): DocumentKey[] {
  const atoms = readValues(text, pack)
    .flatMap(({ readings: [first = []] }) => first)
    .sort((a, b) => a.start - b.start);
  const keys: DocumentKey[] = [];
  const inDates = new Set<Atom>();
  atoms.forEach((month, i) => {
    if (month.kind !== 'month') return;
    const day = [atoms[i - 1], atoms[i + 1], atoms[i - 2]].find((atom) => atom && isDayOf(atom, month));
    if (!day) return;
    inDates.add(day);
    keys.push({ kind: 'date', key: `date ${month.amounts[0]} ${day.amounts[0]}`, start: month.start });
  });
  for (const atom of atoms) if (!inDates.has(atom)) keys.push(...keyOf(atom));
  return keys;
}

function isDayOf(day: Atom, month: Atom): boolean {
  const [value = 0] = day.amounts;
  const gap = Math.max(day.start - month.end, month.start - day.end);
  return day.kind === 'number' && Number.isInteger(value) && value > 0 && value <= 31 && gap <= MAX_GAP;
}

/** Letters between a day and its month at most: "3 de mayo". */
const MAX_GAP = 4;

function keyOf({ kind, amounts, name, digits, start }: Atom): DocumentKey[] {
  const [value = 0] = amounts;
  if (kind === 'region') return [{ kind, key: `region ${name}`, start }];
  if (kind === 'time' || kind === 'weekday') return [{ kind, key: `${kind} ${value}`, start }];
  if (kind !== 'number' || value < 3) return [];
  if (digits && Number.isInteger(value) && value >= 1800 && value < 2100)
    return [{ kind: 'year', key: `number ${value}`, start }];
  const key = `number ${value}`;
  return value < 100 && Number.isInteger(value)
    ? [{ kind: 'count', key, start }]
    : [{ kind, key, rounded: `number ${Number(value.toPrecision(2))}`, start }];
}

function acronymKeys(text: string, pack: LanguagePack): DocumentKey[] {
  const { listed, keys } = acronymsOf(pack);
  const found: DocumentKey[] = [];
  if (listed)
    for (const { 0: form, index: start } of text.matchAll(listed)) {
      const key = keys.get(form);
      if (key !== undefined) found.push({ kind: 'acronym', key, start });
    }
  for (const { 0: form, index: start } of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]{1,5}(?![\p{L}\p{N}])/gu))
    if (!keys.has(form)) found.push({ kind: 'acronym', key: `acronym ${form}`, start });
  return found;
}

const acronymsOf = onceFor((pack: LanguagePack): { listed: RegExp | null; keys: ReadonlyMap<string, string> } => {
  const language = primarySubtag(pack.language);
  const keys = new Map<string, string>();
  pack.checks.acronyms.forEach((names, i) => {
    for (const form of names[language]?.split('|') ?? []) keys.set(form, `organisation ${i}`);
  });
  if (keys.size === 0) return { listed: null, keys };
  const forms = [...keys.keys()].sort((a, b) => b.length - a.length).map(literalPattern);
  return { listed: new RegExp(`(?<![\\p{Lu}\\p{N}])(?:${forms.join('|')})(?![\\p{Ll}\\p{Lu}])`, 'gu'), keys };
});
