import type { Library } from '../../app/library/library.ts';
import type { Finding } from '../../core/finding.ts';
import type { Problem } from '../../core/problem.ts';
import type { Endpoint } from '../api/endpoint.ts';
import type { ExportChoice } from '../handlers/export/export.ts';
import type { InterfaceLanguage } from '../language.ts';
import type { Elements } from '../palette.ts';

/** What the views need that belong to no subject, and the parts of pages. */
export interface PageViews {
  /** With what was typed, where it has no form to come back to. */
  problem: { problem: Problem; typed?: string };
  /** With how one gets in. */
  settings: { name: string; chosen: InterfaceLanguage | null; kind: 'open' | 'password' | 'accounts' };
  help: Record<string, never>;
  elements: Elements;
  api: { endpoints: readonly Endpoint[]; root: string };
  // What stands around a page that is sent while the work for it is done.
  'partials/head': PageHead;
  'partials/foot': Record<string, never>;
  'partials/problem-box': { problem: Problem };
  'partials/working': { share: number | null; back: string; first: boolean };
  'export/choose': { entries: Library['entries']; choice: ExportChoice; search: string; problem: Problem | null };
  /** With the choice as it stands in the address. */
  'export/losses': { findings: readonly Finding[]; query: string };
}

/** What the head of a page is made of. */
export interface PageHead {
  readonly title: string;
  /** Where in the site it stands. */
  readonly at?: 'library' | 'articles' | 'glossary' | 'search';
  readonly page?: string;
  readonly script?: string;
}
