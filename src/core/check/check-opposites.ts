import { msg } from '../message.ts';
import { onceFor } from '../once-for.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import type { CheckPack } from './check-pack.ts';
import type { CheckedTexts } from './row-checks.ts';
import type { RowFinding, Span } from './row-finding.ts';
import { withTaken } from './values/literals.ts';
import { lowerCased, type PhraseFinder, phraseFinder } from './words/phrase-finder.ts';
import { textWords } from './words/text-words.ts';

/**
 * A word on one side and its opposite on the other: rose and « baissé », approved and отклонил, doubled and halbiert. Only where each
 * side has one of them alone, and neither says no, which would turn it round.
 */
export function checkOpposites({ source, target, packs }: CheckedTexts): RowFinding[] {
  const [from, to] = [opposites(packs.source.checks), opposites(packs.target.checks)];
  if (!from || !to || !mayHave(source, packs.source, from) || !mayHave(target, packs.target, to)) return [];
  const [own, other] = [lowerCased(source), lowerCased(target)];
  for (const group of Object.keys(from.groups)) {
    const [one, two] = [from.groups[group], to.groups[group]];
    if (!one || !two) continue;
    const [a, b] = [onlyIn(own, one), onlyIn(other, two)];
    if (!a || !b || a.pole === b.pole || isDenied(own, a, from) || isDenied(other, b, to)) continue;
    const [expected, found] = [source.slice(a.start, a.end), target.slice(b.start, b.end)];
    return [
      {
        code: 'opposite',
        severity: 'warning',
        source: { start: a.start, end: a.end },
        target: { start: b.start, end: b.end },
        found,
        expected,
        suggestion: null,
        reason: msg('The source says “{expected}”, the translation “{found}”: one is not the other.', {
          expected,
          found,
        }),
      },
    ];
  }
  return [];
}

type Poles = readonly (readonly [pole: string, words: PhraseFinder | null])[];

interface Opposites {
  readonly groups: Readonly<Record<string, Poles>>;
  /** Any of all words. */
  readonly any: PhraseFinder;
  /** Words that deny, and phrases that only seem to. */
  readonly denied: PhraseFinder | null;
  readonly notDenied: PhraseFinder | null;
}

const opposites = onceFor(({ opposites: groups, negation }: CheckPack): Opposites | null => {
  const any = phraseFinder(Object.values(groups ?? {}).flatMap((poles) => Object.values(poles).flat()));
  return (
    any && {
      groups: Object.fromEntries(
        Object.entries(groups ?? {}).map(([group, poles]) => [
          group,
          Object.entries(poles).map(([pole, words]) => [pole, phraseFinder(words)] as const),
        ]),
      ),
      any,
      denied: phraseFinder(negation.words),
      notDenied: phraseFinder([...negation.not, ...(negation.either ?? [])]),
    }
  );
});

/** Whether a word stands in a text with which one of them may begin: most texts have none. */
function mayHave(text: string, pack: LanguagePack, { any }: Opposites): boolean {
  return textWords(text, pack).words.some((word) => {
    word.mayOppose ??= any.mayBegin(word.text);
    return word.mayOppose;
  });
}

/** How far a negation may stand from what it turns round, before it and behind it. */
const NEAR = { before: 40, behind: 20 };

function isDenied(text: string, { start, end }: Span, { denied, notDenied }: Opposites): boolean {
  const plain = text.replaceAll('’', "'");
  const cleared = notDenied ? withTaken(plain, notDenied.find(plain)) : plain;
  const spans = denied?.find(cleared) ?? [];
  return spans.some((span) => span.end >= start - NEAR.before && span.start <= end + NEAR.behind);
}

/** The first word of a group in a text, where all that are there say the same. */
function onlyIn(text: string, poles: Poles): (Span & { readonly pole: string }) | null {
  const found = poles.flatMap(([pole, words]) => (words?.find(text) ?? []).map((span) => ({ ...span, pole })));
  const [first] = found;
  return first && found.every(({ pole }) => pole === first.pole) ? first : null;
}
