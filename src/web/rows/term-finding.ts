import type { Translator } from '../../core/translator.ts';

/** What to say about a translation that departs from the glossary or from itself. */
export function termFinding(
  { code, found, expected }: { readonly code: string; readonly found: string; readonly expected: string },
  t: Translator['t'],
): string {
  switch (code) {
    case 'term-missing':
      return t('“{found}”: glossary translation “{expected}” not found.', { found, expected });
    case 'term-untranslated':
      return t('“{found}” is not translated. Glossary: “{expected}”.', { found, expected });
    case 'name-misspelt':
      return t('“{found}”: the name is “{expected}” in the glossary.', { found, expected });
    case 'term-forbidden':
      return expected
        ? t('“{found}” is not to be used; the glossary has “{expected}”.', { found, expected })
        : t('“{found}” is not to be used.', { found });
    case 'term-deprecated':
      return expected
        ? t('“{found}” is out of use; the glossary has “{expected}”.', { found, expected })
        : t('“{found}” is out of use.', { found });
    case 'title-gender':
      return t('“{found}”: use “{expected}” for this person.', { found, expected });
    case 'title-holder':
      return t('“{found}”: on that date the holder was {expected}.', { found, expected });
    case 'term-inconsistent':
      return t('“{found}” here, “{expected}” elsewhere in the text.', { found, expected });
    default:
      return t('“{found}” here, “{expected}” elsewhere: one name in two spellings?', { found, expected });
  }
}
