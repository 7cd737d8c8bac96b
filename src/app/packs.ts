/** The language packs, for commands that work without a database. */
export { loadLanguagePacks as loadPacks } from '../intake/language-packs.ts';
