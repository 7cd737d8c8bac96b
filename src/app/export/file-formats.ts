import { FORMAT_NAMES, type Format, type FormatName } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/index.ts';
import { docx } from './docx.ts';
import { xlsx } from './xlsx.ts';

/** Formats that stored bitexts are written in: those of text, workbooks and documents. */
export const FILE_FORMAT_NAMES = [...FORMAT_NAMES, 'xlsx', 'docx'] as const;
export type FileFormatName = FormatName | 'xlsx' | 'docx';

export const FILE_FORMATS: Readonly<Record<FileFormatName, Format<string | Uint8Array>>> = { ...FORMATS, xlsx, docx };
