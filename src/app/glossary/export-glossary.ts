import type { Finding } from '../../core/finding.ts';
import { lossInOmegat, writeGlossaryCsv, writeGlossaryJson, writeOmegat } from '../../core/formats/glossary-tables.ts';
import { writeTbx } from '../../core/formats/tbx.ts';
import { keyed } from '../../core/glossary/numbered.ts';
import { Problem } from '../../core/problem.ts';
import { allConcepts } from '../../store/glossary/concepts.ts';
import type { App } from '../app.ts';

/** Formats in which a glossary goes out. */
export const GLOSSARY_FORMATS = ['tbx', 'tbx2', 'csv', 'tsv', 'omegat', 'json'] as const;

export type GlossaryFormat = (typeof GLOSSARY_FORMATS)[number];

const FILE_TYPES: Readonly<Record<GlossaryFormat, { extension: string; mediaType: string }>> = {
  tbx: { extension: 'tbx', mediaType: 'application/x-tbx; charset=utf-8' },
  tbx2: { extension: 'v2.tbx', mediaType: 'application/x-tbx; charset=utf-8' },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
  tsv: { extension: 'tsv', mediaType: 'text/tab-separated-values; charset=utf-8' },
  omegat: { extension: 'utf8', mediaType: 'text/plain; charset=utf-8' },
  json: { extension: 'json', mediaType: 'application/json; charset=utf-8' },
};

export interface GlossaryExport {
  readonly format: GlossaryFormat;
  /** One glossary; all without. */
  readonly glossary?: number | undefined;
  /** Languages of OmegaT's pairs. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A glossary as a file, with what the format cannot hold. */
export async function exportGlossary(
  app: App,
  { format, glossary, from, to }: GlossaryExport,
): Promise<{ name: string; mediaType: string; chunks: Iterable<string>; findings: Finding[] }> {
  const concepts = (await allConcepts(app.store.db))
    .filter((concept) => glossary === undefined || concept.glossary === glossary)
    .map(keyed);
  if (format === 'omegat' && !(from && to)) {
    throw new Problem(
      'bad-request',
      'OmegaT’s glossary text holds two languages.',
      '',
      'Name them: from which and to which.',
    );
  }
  const { extension, mediaType } = FILE_TYPES[format];
  const chunks = () => {
    switch (format) {
      case 'tbx':
        return writeTbx(concepts, 3);
      case 'tbx2':
        return writeTbx(concepts, 2);
      case 'csv':
        return writeGlossaryCsv(concepts);
      case 'tsv':
        return writeGlossaryCsv(concepts, '\t');
      case 'omegat':
        return writeOmegat(concepts, from!, to!);
      case 'json':
        return writeGlossaryJson(concepts);
    }
  };
  return {
    name: `glossary.${extension}`,
    mediaType,
    chunks: chunks(),
    findings: format === 'omegat' ? lossInOmegat(concepts, from!, to!) : [],
  };
}
