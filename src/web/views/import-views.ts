import type { PreparedArticle } from '../../app/import/article-intake.ts';
import type { ManyReport } from '../../app/import/import-many.ts';
import type { ImportedMemory } from '../../app/import/import-memory.ts';
import type { OpenTable } from '../../app/import/import-table.ts';
import type { PairDoubts } from '../../app/import/pair-doubts.ts';
import type { SegmentationRule } from '../../app/intake-tools.ts';
import type { Side } from '../../core/bitext/bitext.ts';
import type { Finding } from '../../core/finding.ts';
import type { Problem } from '../../core/problem.ts';
import type { LanguagePack } from '../../core/text/language-pack.ts';
import type { MatchedNames } from '../../core/text/pair-names.ts';
import type { InspectedSide } from '../handlers/import/inspect.ts';
import type { TypedPair } from '../handlers/import/pair-form.ts';
import type { PreviewPart } from '../handlers/import/preview-rows.ts';

/** What the views of imports need. */
export interface ImportViews {
  'import/new': { problems: readonly Problem[]; typed: TypedPair; encodings: readonly string[] };
  'import/inspection': {
    sides: Readonly<Record<Side, InspectedSide | null>>;
    /** Of the two together, where both could be read. */
    doubts: PairDoubts | null;
  };
  'import/memory': {
    problem: Problem | null;
    imported: ImportedMemory | null;
    typed: { readonly from: string; readonly to: string; readonly title: string };
  };
  'import/table': { problem: Problem | null; table: OpenTable; held: string };
  'import/pairs': {
    problem: Problem | null;
    plan: MatchedNames | null;
    reports: readonly ManyReport[] | null;
  };
  'import/preview': {
    sides: Readonly<Record<Side, PreparedArticle>>;
    title: string;
    doubts: PairDoubts;
    parts: readonly PreviewPart[];
    /** What has been unfolded, and whether the kind of every line can be chosen. */
    unfolded: string;
    allKinds: boolean;
    /** The articles as the form holds them. */
    held: Readonly<Record<Side, string>>;
    problems: readonly Problem[];
    /** By which a form that is sent twice is known. */
    token: string;
  };
  rules: {
    rules: readonly SegmentationRule[];
    pack: LanguagePack;
    /** A page’s own language has that name. */
    ruleLanguage: string;
    text: string;
    sentences: readonly string[];
    problem: Problem | null;
    findings: readonly Finding[];
  };
}
