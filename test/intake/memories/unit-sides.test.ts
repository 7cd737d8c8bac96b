import { describe, expect, it } from 'vitest';
import { closeness } from '../../../src/core/text/language-tag.ts';
import { sideTeller } from '../../../src/intake/memories/unit-sides.ts';
import type { UnitVariant } from '../../../src/intake/memories/units.ts';

/** Variants in a notation: "en-GB:Colour", with ":" and the side before where the format has sides. */
const variants = (text: string): UnitVariant[] =>
  text.split(' ').map((one) => {
    const [, side, language = '', words = ''] = /^(?:(s|t)!)?([^:]*):(.*)$/u.exec(one) ?? [];
    return { language, text: words, ...(side && { side: side === 's' ? 'source' : 'target' }) };
  });

function sides(pair: readonly [string, string], unit: string): string {
  const { source, target, others, repeats } = sideTeller(pair)({ variants: variants(unit), notes: [], codesLost: 0 });
  const list = (some: readonly UnitVariant[]) => some.map(({ text }) => text).join('+');
  return [list(source), list(target), list(others), ...(repeats.length > 0 ? [list(repeats)] : [])].join(' | ');
}

describe('how near languages are', () => {
  it.each([
    ['en', 'en', 3],
    ['en', 'en-US', 2],
    ['fr-CA', 'fr', 2],
    ['fr-FR', 'fr-CA', 1],
    ['en', 'de', 0],
    ['zh-Hans', 'zh-CN', 2],
    ['zh-Hans', 'zh-Hant', 0],
    ['zh', 'zh-TW', 0],
    ['zh-Hant', 'zh-HK', 2],
    ['zh-CN', 'zh-SG', 1],
    ['sr', 'sr-Latn', 0],
    ['sr', 'sr-Cyrl-RS', 2],
    ['sr-Latn', 'sr-ME', 2],
    ['zh', 'yue', 0],
    ['de-1901', 'de-1996', 1],
  ] as const)('%s and %s: %i', (wanted, tag, near) => {
    expect(closeness(wanted, tag)).toBe(near);
  });
});

describe('the sides of a unit that names its languages', () => {
  const enFr = ['en', 'fr'] as const;

  it.each([
    ['one of each', enFr, 'en-US:a fr_CA:b', 'a | b | '],
    ['another language', enFr, 'en:a fr:b de:c', 'a | b | c'],
    ['one side alone', enFr, 'fr:b', ' | b | '],
    ['the variety that is wanted before others', ['en-GB', 'fr'], 'en-US:a en-GB:b fr:c', 'b | c | a'],
    ['any variety where there is none', ['en-GB', 'fr'], 'en-US:a fr:c', 'a | c | '],
    ['two translations in one language', enFr, 'en:a fr:b fr:c', 'a | b+c | '],
    ['two varieties that are as near', enFr, 'en-GB:a en-US:b fr:c', 'a+b | c | '],
    ['the same twice', enFr, 'en:a fr:b fr:b', 'a | b |  | b'],
    ['no source as its own translation', ['en-US', 'en-GB'], 'en-US:a', 'a |  | '],
    ['two varieties', ['en-US', 'en-GB'], 'en-GB:b en-US:a', 'a | b | '],
    ['a third variety that is neither', ['en-US', 'en-GB'], 'en-US:a en-AU:b', 'a |  | b'],
    ['a language and its variety', ['en', 'en-GB'], 'en-US:a en-GB:b', 'a | b | '],
    ['scripts', ['en', 'zh-Hans'], 'en:a zh-TW:b zh-Hant:c zh-CN:d', 'a | d | b+c'],
    ['scripts that are likely', ['sr', 'sr-Latn'], 'sr-RS:a sr-Latn-RS:b', 'a | b | '],
    ['one that names no language', enFr, 'en:a :b', 'a | b | '],
    ['two that name none', enFr, ':a :b', 'a | b | '],
    ['one that names none, alone', enFr, ':a', ' |  | a'],
    ['one that names none, of three', enFr, 'en:a fr:b :c', 'a | b | c'],
  ] as const)('%s', (_what, pair, unit, expected) => {
    expect(sides(pair, unit)).toBe(expected);
  });
});

describe('the sides of a unit that has sides', () => {
  it.each([
    ['as they are', ['en', 'fr'], 's!en:a t!fr:b', 'a | b | '],
    ['turned round', ['fr', 'en'], 's!en:a t!fr:b', 'b | a | '],
    ['languages that the file leaves out', ['en', 'fr'], 's!:a t!:b', 'a | b | '],
    ['a target language that it leaves out', ['en', 'fr'], 's!en:a t!:b', 'a | b | '],
    ['another target language', ['en', 'fr'], 's!en:a t!de:b', 'a |  | b'],
    ['no target', ['en', 'fr'], 's!en:a', 'a |  | '],
    ['one language with two names', ['en', 'en-US'], 's!en-US:a t!en-US:b', 'a | b | '],
    ['another variety than the source', ['en', 'fr'], 's!en-US:a t!en-GB:b', 'a |  | b'],
    ['the other script', ['zh-Hans', 'zh-Hant'], 's!zh-CN:a t!zh-TW:b', 'a | b | '],
  ] as const)('%s', (_what, pair, unit, expected) => {
    expect(sides(pair, unit)).toBe(expected);
  });
});
