import type { Format, FormatName } from './format.ts';
import { html } from './html.ts';
import { beads, jsonl, tsv } from './tables.ts';
import { tmx } from './tmx.ts';

/** Every format that bitexts are written in, by name. */
export const FORMATS: Readonly<Record<FormatName, Format>> = { tmx, tsv, jsonl, beads, html };
