import { loadLanguagePacks } from '../../src/intake/language-packs.ts';

export const packs = loadLanguagePacks();
