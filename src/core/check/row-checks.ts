import type { Side } from '../bitext/bitext.ts';
import type { LanguagePack } from '../text/language-pack.ts';
import { checkAcronyms } from './check-acronyms.ts';
import { checkListed } from './check-listed.ts';
import { checkNameAgain } from './check-name-again.ts';
import { checkNames } from './check-names.ts';
import { checkNamesAcross } from './check-names-across.ts';
import { checkNegation } from './check-negation.ts';
import { checkOpposites } from './check-opposites.ts';
import { checkProportion } from './check-proportion.ts';
import { checkUntranslated } from './check-untranslated.ts';
import { checkValues } from './check-values.ts';
import { checkBrackets } from './form/brackets.ts';
import { checkCapital } from './form/capital.ts';
import { checkFinalPunctuation } from './form/final-punctuation.ts';
import { checkLinks } from './form/links.ts';
import { checkQuotes } from './form/quotes.ts';
import { checkRepetition } from './form/repetition.ts';
import { checkSpaces } from './form/spaces.ts';
import { checkCities } from './names/cities.ts';
import { checkOtherPerson } from './names/other-person.ts';
import type { RowFinding } from './row-finding.ts';

/** What the checks of a row go by: languages, and what a whole text has shown of its style. */
export interface CheckContext {
  readonly packs: Readonly<Record<Side, LanguagePack>>;
  /** Whether ; : ! ? and » stand behind a space in this text; without it, what the language has. */
  readonly spacedSigns?: boolean;
}

/** The two texts of a row, without inline codes. */
export interface CheckedTexts extends CheckContext {
  readonly source: string;
  readonly target: string;
}

const CHECKS: readonly ((texts: CheckedTexts) => RowFinding[])[] = [
  checkValues,
  checkNames,
  checkNamesAcross,
  checkOtherPerson,
  checkCities,
  checkNameAgain,
  checkListed,
  checkAcronyms,
  checkUntranslated,
  checkProportion,
  checkNegation,
  checkOpposites,
  checkQuotes,
  checkBrackets,
  checkFinalPunctuation,
  checkSpaces,
  checkRepetition,
  checkLinks,
  checkCapital,
];

/** Whether the checks find more than a hint in a row. */
export function isFaultyRow(row: Readonly<Record<Side, string>>, context: CheckContext): boolean {
  return rowChecks(row, context).some(({ severity }) => severity !== 'hint');
}

/** Everything that the checks of one row find, in the order of the checks. A row with an empty side has nothing to compare. */
export function rowChecks(row: Readonly<Record<Side, string>>, context: CheckContext): RowFinding[] {
  if (!row.source.trim() || !row.target.trim()) return [];
  const texts: CheckedTexts = { ...context, source: row.source, target: row.target };
  const found: RowFinding[] = [];
  for (const check of CHECKS) for (const finding of check(texts)) if (!isNameAgain(found, finding)) found.push(finding);
  return found;
}

/** A name that an earlier check has found: several look at names, each by other signs. */
function isNameAgain(found: readonly RowFinding[], { code, target: span }: RowFinding): boolean {
  return (
    code === 'name' &&
    found.some(
      ({ code: other, target }) =>
        other === 'name' && span && target && target.start < span.end && span.start < target.end,
    )
  );
}
