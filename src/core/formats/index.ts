import { ladder, tei } from './alignments.ts';
import type { Format, FormatName } from './format.ts';
import { html } from './html.ts';
import { srt } from './srt.ts';
import { beads, csv, jsonl, tsv } from './tables.ts';
import { tmx } from './tmx.ts';
import { xliff, xliff2 } from './xliff.ts';

/** Every format that bitexts are written in, by name. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  tmx,
  xliff,
  xliff2,
  tsv,
  csv,
  jsonl,
  beads,
  ladder,
  tei,
  html,
  srt,
};
