import { z } from 'zod';
import type { Finding } from '../../core/finding.ts';
import type { Translator } from '../../core/translator.ts';

/** A file within a body. */
export const FileBody = z.object({
  name: z.string().min(1).max(200).describe('with the ending of its format, such as memory.tmx'),
  content: z.string().min(1).describe('of the file: its text, or its bytes as base64'),
  encoding: z.enum(['text', 'base64']).default('text'),
});

export function bytesOf({ content, encoding }: Pick<z.output<typeof FileBody>, 'content' | 'encoding'>): Buffer {
  return Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
}

/** What was noticed while a file was read. */
export const ImportFinding = z
  .object({
    code: z.string(),
    severity: z.enum(['info', 'warning', 'error']),
    place: z.string(),
    message: z.string().describe('in words'),
  })
  .meta({ id: 'ImportFinding' });

export function shownFinding({ code, severity, place, message }: Finding, t: Translator['t']) {
  return { code, severity, place, message: t(message) };
}
