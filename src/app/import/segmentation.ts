import { Problem } from '../../core/problem.ts';
import type { LanguagePack, PackFor } from '../../core/text/language-pack.ts';
import {
  abbreviationRule,
  type BreakDecisions,
  compileRules,
  rulesFor,
  type UserBreakRule,
} from '../../core/text/user-rules.ts';
import { decode } from '../../intake/decode.ts';
import { readSrx } from '../../intake/read-srx.ts';
import { allBreakRules, deleteBreakRules, insertBreakRules } from '../../store/break-rules.ts';
import type { Store } from '../../store/open-store.ts';
import type { Segmentation } from '../parts.ts';

/** What a rule made on the page comes from. */
export const BY_HAND = 'by hand';

/** Reads people's rules from the store and lays them over the language packs. */
export async function openSegmentation(store: Store, packs: PackFor): Promise<Segmentation> {
  let rules = await allBreakRules(store.db);
  let made = new Map<string, LanguagePack>();
  const change = async (work: (db: Parameters<typeof allBreakRules>[0]) => Promise<unknown>) => {
    await store.transaction(work);
    rules = await allBreakRules(store.db);
    made = new Map();
  };
  return {
    packs(language) {
      const known = made.get(language);
      if (known) return known;
      const own = rulesFor(rules, language);
      const pack = own.length === 0 ? packs(language) : { ...packs(language), decisions: compileRules(own) };
      made.set(language, pack);
      return pack;
    },
    rules: () => rules,
    async add(rule) {
      if (rule.before === '' && rule.after === '') {
        throw new Problem('bad-input', 'The rule is empty.', '', 'Say what stands before the break, or after it.');
      }
      compileRules([rule]);
      await change((tx) => insertBreakRules(tx, [{ ...rule, origin: BY_HAND }], 'first'));
    },
    async importFile(bytes, name, languages) {
      const { rules: read, findings } = readSrx(decode(bytes, name).text, name, languages);
      await change(async (tx) => {
        await deleteBreakRules(tx, { origin: name });
        await insertBreakRules(
          tx,
          read.map((rule) => ({ ...rule, origin: name })),
          'last',
        );
      });
      return { count: read.length, findings };
    },
    remove: (which) => change((tx) => deleteBreakRules(tx, which)),
  };
}

/** An abbreviation as a rule. @throws Problem `bad-input` where there is none */
export function ruleForAbbreviation(language: string, word: string): UserBreakRule {
  if (!/[\p{L}\p{N}]/u.test(word)) {
    throw new Problem('bad-input', 'There is no abbreviation.', '', 'Write one such as “approx.”.');
  }
  return abbreviationRule(language, word);
}

/** Language packs with the rules of a file laid over them, for work outside a database. */
export function packsWithSrx(packs: PackFor, bytes: Uint8Array, name: string): PackFor {
  const { text } = decode(bytes, name);
  const decided = new Map<string, BreakDecisions>();
  return (language) => {
    const decisions = decided.get(language) ?? compileRules(readSrx(text, name, [language]).rules);
    decided.set(language, decisions);
    return { ...packs(language), decisions };
  };
}
