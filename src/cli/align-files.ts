import {
  type AlignedPair,
  filledSegments,
  type SegmentedPair,
  type SegmentedSide,
  unrelatedTextsFindings,
} from '../app/align/align-pair.ts';
import type { Languages } from '../app/desk.ts';
import { createPageFetcher } from '../app/import/fetch/page-fetcher.ts';
import { intakeTools } from '../app/import/packs.ts';
import { languageDoubts } from '../app/import/pair-doubts.ts';
import { readPair } from '../app/import/read-pair.ts';
import type { Embedder } from '../app/parts.ts';
import { FORMATTING_CODES } from '../core/bitext/inline/formatting.ts';
import type { FormatName } from '../core/formats/format.ts';
import { FORMATS } from '../core/formats/index.ts';
import { lossCounter } from '../core/formats/losses.ts';
import { readInputs, writeOutput } from './files.ts';
import { type Encodings, reachOf } from './options.ts';
import { reportFindings } from './report.ts';

/** What both kinds of alignment take. */
export interface AlignOptions {
  readonly from?: string;
  readonly to?: string;
  readonly segmented?: boolean;
  readonly encoding?: Encodings;
  readonly format: FormatName;
  /** Whether pages of private networks are fetched, too. */
  readonly fetchPrivate?: boolean;
  /** Gives the meanings of segments, where a server was named. */
  readonly embedder?: Embedder | null;
}

/** Reads two files and cuts them into segments. */
export async function readFiles(
  source: string,
  target: string,
  options: AlignOptions,
  languages: Languages,
): Promise<SegmentedPair> {
  const inputs = await readInputs(source, target, options, createPageFetcher(reachOf(options)));
  const pair = await readPair({ ...inputs, segmented: options.segmented ?? false }, languages, intakeTools());
  for (const side of ['source', 'target'] as const) {
    const { sentences, language } = pair[side];
    const text = sentences.map((sentence) => sentence.text).join('\n');
    reportFindings(await languageDoubts({ text, language }, inputs[side].name));
  }
  const { embedder } = options;
  if (!embedder) return pair;
  const embedded = async (side: SegmentedSide) => ({
    ...side,
    embeddings: await embedder.embed(filledSegments(side), side.language),
  });
  return { source: await embedded(pair.source), target: await embedded(pair.target) };
}

/** Writes an aligned pair in a format, with findings on stderr. */
export async function writeBitext(
  { bitext, parallelism }: AlignedPair,
  title: string,
  format: FormatName,
  out: string,
): Promise<void> {
  const document = { title, bitext, codes: FORMATTING_CODES };
  async function* documents() {
    yield document;
  }
  const options = {
    status: 'all',
    minConfidence: 0,
    sourceLanguage: bitext.sourceLanguage,
    now: new Date().toISOString(),
  } as const;
  await writeOutput(out, FORMATS[format].write(documents(), options));
  const losses = lossCounter(format, options);
  losses.add(document);
  // How the text was laid out is in the files that it comes from.
  const missed = losses.findings(title).filter(({ severity }) => severity !== 'info');
  reportFindings([...unrelatedTextsFindings(title, parallelism), ...missed]);
}
