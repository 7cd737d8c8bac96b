import { setImmediate } from 'node:timers/promises';
import { rowsOf, type Side } from '../../core/bitext/bitext.ts';
import { withoutCodes } from '../../core/bitext/inline/codes.ts';
import { rowTexts } from '../../core/bitext/row-text.ts';
import { usesSpacedSigns } from '../../core/check/form/spaces.ts';
import { patternFinding, slowPatternFinding } from '../../core/check/pattern-findings.ts';
import { severityIn } from '../../core/check/profile.ts';
import { type CheckContext, rowChecks } from '../../core/check/row-checks.ts';
import type { RowFinding } from '../../core/check/row-finding.ts';
import { rowFindingKeys } from '../../core/check/row-finding-keys.ts';
import { profileContentFor } from '../../store/check/check-profiles.ts';
import { dismissedIn } from '../../store/glossary/verdicts.ts';
import { firstTexts } from '../../store/review/segment-texts.ts';
import type { CheckedBitext, Desk, KeyedFinding, RowCheckers, RowText, TextOfBead } from '../desk.ts';
import { knownFindings } from './known-findings.ts';
import type { PatternMatches, PatternsInTexts } from './match-patterns.ts';
import { knownProfiles } from './stored-profile.ts';

/** Rows that are checked in one go; other work has its turn in between. */
const BATCH_ROWS = 25;
/** Texts by which it is told whether high signs stand behind a space. */
const STYLE_TEXTS = 500;

/**
 * The checkers of one program, or of a thread of it.
 * @param findPatterns looks for a person's patterns, which may take long
 */
export function createRowCheckers(findPatterns: (wanted: PatternsInTexts) => Promise<PatternMatches[]>): RowCheckers {
  const known = knownFindings();
  const profileIn = knownProfiles();
  return {
    async checkerFor(desk, bitext) {
      const { db } = desk.store;
      const context = await contextOf(desk, bitext);
      const profile = profileIn(await profileContentFor(db, bitext.id));
      const patterns = profile.patterns.filter(({ isOn }) => isOn);
      const left = new Set<string>();
      const dismissed = await dismissedIn(db, bitext.id);
      const style = [bitext.sourceLanguage, bitext.targetLanguage, context.spacedSigns].join(' ');

      async function ofPatterns(texts: readonly Readonly<Record<Side, string>>[]): Promise<[number, RowFinding][]> {
        const wanted = patterns.filter(({ name }) => !left.has(name));
        if (wanted.length === 0 || texts.length === 0 || profile.levels.pattern === 'off') return [];
        const pairs = texts.map(({ source, target }) => [source, target] as const);
        const found = await findPatterns({ patterns: wanted, texts: pairs });
        return found.flatMap(({ matches, slowAt }, i) => {
          const pattern = wanted[i]!;
          const findings = matches.map(({ row, ...spans }): [number, RowFinding] => [
            row,
            patternFinding(pattern, texts[row]!, spans),
          ]);
          if (slowAt === null) return findings;
          left.add(pattern.name);
          return [...findings, [slowAt, slowPatternFinding(pattern)]];
        });
      }

      const of = (texts: RowText) => known.of(style, texts, () => rowChecks(texts, context));

      async function judge(rows: readonly TextOfBead[], findings: readonly (readonly RowFinding[])[]) {
        const found: KeyedFinding[] = [];
        const note = (at: number, finding: RowFinding) => {
          const severity = severityIn(profile, finding.code, finding.severity);
          if (severity === null) return;
          const { bead, texts } = rows[at]!;
          found.push({ ...finding, severity, bead, texts, keys: rowFindingKeys(finding, texts) });
        };
        for (const [at, own] of findings.entries()) for (const finding of own) note(at, finding);
        for (const [at, finding] of await ofPatterns(rows.map(({ texts }) => texts))) note(at, finding);
        return found;
      }

      return {
        async check(part, codes) {
          const rows: TextOfBead[] = [];
          const findings: (readonly RowFinding[])[] = [];
          for (const [i, row] of rowsOf(part).entries()) {
            if (i > 0 && i % BATCH_ROWS === 0) await setImmediate();
            if (row.bead.status === 'excluded') continue;
            const { source, target } = rowTexts(row, part);
            const texts = { source: withoutCodes(source, codes), target: withoutCodes(target, codes) };
            rows.push({ bead: row.bead.id, texts });
            findings.push(of(texts));
          }
          return judge(rows, findings);
        },
        of,
        judge,
        spacedSigns: context.spacedSigns,
        isDismissed: ({ keys }) => dismissed.has(keys.row) || dismissed.has(keys.same),
        severityOf: (code, own) => severityIn(profile, code, own),
      };
    },
  };
}

async function contextOf(
  { store, packs }: Pick<Desk, 'store' | 'packs'>,
  { id, sourceLanguage, targetLanguage }: Omit<CheckedBitext, 'date'>,
): Promise<CheckContext> {
  const pair = { source: packs(sourceLanguage), target: packs(targetLanguage) };
  if (!pair.target.checks.spacedSigns) return { packs: pair };
  const texts = await firstTexts(store.db, id, 'target', STYLE_TEXTS);
  return texts ? { packs: pair, spacedSigns: usesSpacedSigns([texts]) } : { packs: pair };
}
