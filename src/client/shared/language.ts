import { type Catalogue, translator } from '../../core/translator.ts';
import { fetchText } from './request.ts';

const { lang } = document.documentElement;

/** The words of the page's language, fetched once and kept by the browser. Without them the page speaks English. */
export const { t } = translator(lang, await catalogueOf(lang));

async function catalogueOf(language: string): Promise<Catalogue> {
  // Of the same build as this module.
  const text = await fetchText(new URL(`../../messages/${language}.json`, import.meta.url).pathname);
  try {
    return text === null ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}
