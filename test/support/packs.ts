import { loadLanguagePacks } from '../../src/intake/language-packs.ts';

export const packs = loadLanguagePacks();

/** What all packs know together. */
export const { shared } = packs('und');
