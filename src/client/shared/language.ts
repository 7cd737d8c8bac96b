import { type Catalogue, translator } from '../../core/translator.ts';
import { fetchJson } from './request.ts';

const { lang } = document.documentElement;

/** The words of the page's language, fetched once and kept by the browser. Without them the page speaks English. */
export const { t } = translator(lang, (await fetchJson<Catalogue>(`/messages/${lang}.json`)) ?? {});
