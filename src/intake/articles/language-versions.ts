import type { LanguageVersion } from '../../core/article.ts';

/** No page has more; what names more is a list of something else. */
const MAX_VERSIONS = 400;

/**
 * The versions in other languages that a page names, its own among them: by the links of its head (`rel="alternate" hreflang`), and
 * where it has none, by those that a reader sees. Of each language the first. Addresses may be relative to that of the page.
 */
export function languageVersions(document: Document): LanguageVersion[] {
  const inHead = document.querySelectorAll('link[rel~="alternate"][hreflang][href]');
  const links = inHead.length > 0 ? inHead : document.querySelectorAll('a[hreflang][href]');
  const versions = new Map<string, LanguageVersion>();
  for (const link of [...links].slice(0, MAX_VERSIONS)) {
    const language = (link.getAttribute('hreflang') ?? '').trim();
    const key = language.toLowerCase();
    if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/u.test(key) || versions.has(key)) continue;
    versions.set(key, { language, address: link.getAttribute('href')!.trim() });
  }
  return [...versions.values()];
}
