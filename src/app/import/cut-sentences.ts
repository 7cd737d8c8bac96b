import { runInNewContext } from 'node:vm';
import type { Message } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';
import type { LanguagePack, PackFor } from '../../core/text/language-pack.ts';
import { type Sentence, sentencesToAlign } from '../../core/text/segment.ts';
import { splitSentences } from '../../core/text/sentences.ts';
import { compileRules, type UserBreakRule } from '../../core/text/user-rules.ts';
import type { SortedText } from '../intake-tools.ts';
import { work } from '../jobs/work.ts';

/** The sentences of a text, by the language's rules and by people's own. */
export const cutSentences = work<SortedText & { readonly rules: readonly UserBreakRule[] }, Sentence[]>(
  'cut a text into sentences',
  { room: 'reading', refused: (_input, why) => rulesTooSlow(why) },
  async ({ packs }, { rules, ...text }) => sentencesToAlign(text, (language) => withRules(packs, language, rules)),
);

/** A few lines, cut likewise; somebody looks at the page where the rules are made. */
export const tryOutRules = work<
  { readonly text: string; readonly language: string; readonly rules: readonly UserBreakRule[] },
  string[]
>(
  'try rules for sentence ends',
  { room: 'reading', limits: { time: 5000, memory: 768 }, refused: (_input, why) => rulesTooSlow(why) },
  async ({ packs }, { text, language, rules }) =>
    splitSentences(text, withRules(packs, language, rules)).map(({ start, end }) => text.slice(start, end)),
);

function withRules(packs: PackFor, language: string, rules: readonly UserBreakRule[]): LanguagePack {
  return rules.length === 0 ? packs(language) : { ...packs(language), decisions: compileRules(rules) };
}

function rulesTooSlow(why: Message): Problem {
  return new Problem(
    'too-large',
    'The text could not be cut into sentences.',
    why,
    'If you have rules of your own, remove those with repetitions within repetitions; otherwise split the text.',
  );
}

/** How long a rule may take over one text that is made to be hard, in ms: a thousand times what most take. */
const RULE_TIMEOUT_MS = 1000;

/**
 * Which rules, by their places, take for ever over some text: each is tried on texts made of what it
 * asks for itself, again and again, which is where a regular expression that repeats within a repetition is lost.
 */
export const tryRules = work<readonly UserBreakRule[], number[]>(
  'try rules on hard texts',
  { room: 'reading', refused: (_input, why) => rulesTooSlow(why) },
  async (_desk, rules) => rules.flatMap((rule, at) => (isEndless(rule) ? [at] : [])),
);

function isEndless({ before, after }: UserBreakRule): boolean {
  const given = { source: `(?<=${before})(?=${after})`, texts: JSON.stringify(hardTexts(before + after)) };
  // Strings only go in, and a number comes out.
  const script = `let n = 0; for (const text of JSON.parse(texts)) for (const _ of text.matchAll(new RegExp(source, 'gu'))) n += 1; n`;
  try {
    runInNewContext(script, given, { timeout: RULE_TIMEOUT_MS });
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return true;
    throw error;
  }
}

/** What stands for the classes that a pattern may name. */
const COMMON_CHARACTERS = ['a', 'A', '1', ' ', '.', '-', '\n', 'é', '中'];

/** Runs of each letter that a pattern names or may mean, of two in turn, and of words, behind what ends a sentence and before what fits nothing. */
function hardTexts(pattern: string): string[] {
  const own = [...new Set(pattern.match(/[\p{L}\p{N}]/gu) ?? [])].slice(0, 12);
  const chars = [...new Set([...own, ...COMMON_CHARACTERS])];
  const runs = [...chars, ...chars.flatMap((a) => chars.slice(0, 6).map((b) => a + b))].map((run) => run.repeat(30));
  const behind = ['', '.', '. ', '?', ...own.slice(0, 2)].flatMap((end) => runs.map((run) => end + run));
  const long = [...chars.map((char) => char.repeat(1500)), 'Ab. '.repeat(200), 'one 2 Three. '.repeat(100)];
  return [...behind, ...long].map((text) => `${text}\u2603`);
}
