import { withFormatting } from '../../core/bitext/inline/formatting.ts';
import type { Finding } from '../../core/finding.ts';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { PackFor } from '../../core/text/language-pack.ts';
import { sentencesToAlign } from '../../core/text/segment.ts';
import {
  abbreviationRule,
  type BreakDecisions,
  compileRules,
  rulesFor,
  type UserBreakRule,
} from '../../core/text/user-rules.ts';
import { decode } from '../../intake/decode.ts';
import { readSrx, type SrxFile } from '../../intake/read-srx.ts';
import { allBreakRules, deleteBreakRules, insertBreakRules } from '../../store/break-rules.ts';
import type { Store } from '../../store/open-store.ts';
import type { Pool } from '../desk.ts';
import type { Segmentation } from '../intake-tools.ts';
import { work } from '../jobs/work.ts';
import { SHORT_TEXT_LENGTH } from '../limits.ts';
import { cutSentences, tryOutRules, tryRules } from './cut-sentences.ts';

/** What a rule made on the page comes from. */
export const BY_HAND = 'by hand';

/** Reads people's rules from the store, and cuts texts by them and by those of the language packs. */
export async function openSegmentation(store: Store, packs: PackFor, pool: Pool): Promise<Segmentation> {
  let rules = await allBreakRules(store.db);
  const change = async (work: (db: Parameters<typeof allBreakRules>[0]) => Promise<unknown>) => {
    await store.transaction(work);
    rules = await allBreakRules(store.db);
  };
  return {
    async sentences(text, signal) {
      const own = rulesFor(rules, text.language);
      // A stranger's pattern may take longer than anybody lives.
      if (own.length === 0 && text.text.length <= SHORT_TEXT_LENGTH) {
        return withFormatting(sentencesToAlign(text, packs), text);
      }
      const { blocks, language } = text;
      const sentences = await pool.run(cutSentences, { text: text.text, blocks, language, rules: own }, { signal });
      return withFormatting(sentences, text);
    },
    async tryOut(text, language, signal) {
      return pool.run(tryOutRules, { text, language, rules: rulesFor(rules, language) }, { signal });
    },
    rules: () => rules,
    async add(rule) {
      if (rule.before === '' && rule.after === '') {
        throw new Problem('bad-input', 'The rule is empty.', '', 'Enter what comes before the break, or after it.');
      }
      compileRules([rule]);
      const { before, after } = rule;
      if ((await pool.run(tryRules, [rule])).length > 0) {
        throw new Problem(
          'bad-input',
          'The rule takes too long.',
          msg('Before the break: “{before}”, after it: “{after}”.', { before, after }),
          'Avoid repetitions within repetitions, such as (a+)+.',
        );
      }
      await change((tx) => insertBreakRules(tx, [{ ...rule, origin: BY_HAND }], 'first'));
    },
    async importFile(bytes, name, languages) {
      const { rules: read, findings } = await pool.run(readRules, { bytes, name, languages });
      const endless = new Set(await pool.run(tryRules, read));
      const kept = read.filter((_, at) => !endless.has(at));
      await change(async (tx) => {
        await deleteBreakRules(tx, { origin: name });
        await insertBreakRules(
          tx,
          kept.map((rule) => ({ ...rule, origin: name })),
          'last',
        );
      });
      return { count: kept.length, findings: [...findings, ...[...endless].map((at) => tooSlow(read[at]!, name))] };
    },
    remove: (which) => change((tx) => deleteBreakRules(tx, which)),
  };
}

interface RuleFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly languages: readonly string[];
}

export const readRules = work<RuleFile, SrxFile>(
  'read a file of rules',
  { room: 'reading' },
  async (_desk, { bytes, name, languages }) => readSrx(decode(bytes, name).text, name, languages),
);

function tooSlow({ before, after }: UserBreakRule, place: string): Finding {
  const message = msg(
    'A rule was left out, since it may take for ever. Before the break: “{before}”, after it: “{after}”.',
    { before, after },
  );
  return { code: 'rule-left-out', severity: 'warning', place, message };
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
