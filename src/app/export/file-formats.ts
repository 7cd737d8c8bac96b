import { FORMAT_NAMES, type Format, type FormatName } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/index.ts';
import { xlsx } from './xlsx.ts';

/** Formats that stored bitexts are written in: those of text, and workbooks. */
export const FILE_FORMAT_NAMES = [...FORMAT_NAMES, 'xlsx'] as const;
export type FileFormatName = FormatName | 'xlsx';

export const FILE_FORMATS: Readonly<Record<FileFormatName, Format<string | Uint8Array>>> = { ...FORMATS, xlsx };
