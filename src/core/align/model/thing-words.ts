import type { LanguagePack } from '../../text/language-pack.ts';
import type { Lexicon } from './lexicon.ts';
import { alignmentTokens } from './tokens.ts';

/** The words of a language, each with the numbers of the things it names; a thing has the same number in every language. */
export type ThingWords = ReadonlyMap<string, readonly number[]>;

export interface ThingWordSide {
  readonly words: ThingWords;
  readonly pack: LanguagePack;
}

/** How large the share (Dice's coefficient) and the number of things that both words name must be for the two to go together. */
const MIN_SHARED = { dice: 0.5, shared: 2 };

/**
 * A lexicon of two languages from what their words name: a word and the
 * one that suits it best are taken for translations if it suits that one best, too.
 * @returns for each pair of tokens their Dice coefficient
 */
export function pairThingWords(source: ThingWordSide, target: ThingWordSide): Lexicon {
  const [sources, targets] = [thingsByToken(source), thingsByToken(target)];
  const targetTokens = [...targets.keys()];
  const targetsOf = tokensByThing([...targets.values()]);
  const shared = new Int32Array(targetTokens.length);
  const bestOfTarget = new Float64Array(targetTokens.length);
  const found: { source: string; target: number; dice: number; best: number }[] = [];
  for (const [token, things] of sources) {
    const met: number[] = [];
    for (const thing of things) {
      for (const other of targetsOf[thing] ?? []) {
        if (shared[other] === 0) met.push(other);
        shared[other] = shared[other]! + 1;
      }
    }
    const pairs = met.flatMap((other) => {
      const count = shared[other]!;
      shared[other] = 0;
      const dice =
        count < MIN_SHARED.shared ? 0 : (2 * count) / (things.size + targets.get(targetTokens[other]!)!.size);
      return dice >= MIN_SHARED.dice ? [{ source: token, target: other, dice }] : [];
    });
    const best = Math.max(...pairs.map(({ dice }) => dice));
    for (const pair of pairs) {
      found.push({ ...pair, best });
      bestOfTarget[pair.target] = Math.max(pair.dice, bestOfTarget[pair.target]!);
    }
  }
  const lexicon = new Map<string, Map<string, number>>();
  for (const { source, target, dice, best } of found) {
    if (dice < best || dice < bestOfTarget[target]!) continue;
    const row = lexicon.get(source) ?? new Map<string, number>();
    lexicon.set(source, row.set(targetTokens[target]!, dice));
  }
  return lexicon;
}

function thingsByToken({ words, pack }: ThingWordSide): Map<string, Set<number>> {
  const things = new Map<string, Set<number>>();
  for (const [word, own] of words) {
    for (const token of alignmentTokens(word, pack)) {
      const known = things.get(token);
      if (known) for (const thing of own) known.add(thing);
      else things.set(token, new Set(own));
    }
  }
  return things;
}

/** For each thing, the numbers of the tokens that name it. */
function tokensByThing(things: readonly ReadonlySet<number>[]): number[][] {
  const tokens: number[][] = [];
  things.forEach((own, token) => {
    for (const thing of own) {
      tokens[thing] ??= [];
      tokens[thing].push(token);
    }
  });
  return tokens;
}
