import { describe, expect, it } from 'vitest';
import { languageTag } from '../../../src/core/text/language-name.ts';

describe('languageTag', () => {
  it.each([
    ['en', 'en'],
    ['fr-ca', 'fr-CA'],
    ['zh-hant', 'zh-Hant'],
    ['English', 'en'],
    [' french ', 'fr'],
    ['français', 'fr'],
    ['allemand', 'de'],
    ['Deutsch', 'de'],
    ['русский', 'ru'],
    ['العربية', 'ar'],
    ['gsw', 'gsw'],
  ])('knows %s as %s', (given, tag) => {
    expect(languageTag(given)).toBe(tag);
  });

  it.each(['klingon', 'xx', 'english language', 'und', '', '!!', 'zzz', '12'])('knows no language “%s”', (given) => {
    expect(languageTag(given)).toBeNull();
  });
});
