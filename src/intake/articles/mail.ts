import PostalMime from 'postal-mime';
import type { BlockRole } from '../../core/text/blocks.ts';
import type { SharedWords } from '../../core/text/language-pack.ts';
import { splitParagraphs } from '../../core/text/paragraphs.ts';
import { readFragment } from './fragment.ts';
import type { Paragraph } from './html-paragraphs.ts';

/** Whether a text is a mail as programs save it: a block of headers with a sender or a MIME version. */
export function isMail(head: string): boolean {
  const [headers = ''] = head.split(/\r?\n\r?\n/u, 1);
  const lines = headers.split(/\r?\n/u);
  const formed = lines.every((line) => /^(?:[!-9;-~]+:|[ \t]+\S)/u.test(line));
  return formed && lines.length > 1 && /^(?:from|mime-version|received|message-id):/imu.test(headers);
}

/** The subject and the text of a mail. Signature and quoted mails are told apart as no part of the article. */
export async function readMail(
  bytes: Uint8Array,
  shared: SharedWords,
): Promise<{ paragraphs: Paragraph[]; publisher: string }> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 });
  const body = mail.text?.trim() ? readLines(mail.text, shared) : readFragment(mail.html ?? '');
  const subject = mail.subject?.trim();
  return {
    paragraphs: subject ? [{ text: subject, role: 'heading' }, ...body] : body,
    publisher: mail.from?.name || mail.from?.address || '',
  };
}

function readLines(text: string, shared: SharedWords): Paragraph[] {
  let signed = false;
  const lines = text.replace(/\r\n/gu, '\n').replace(/^-- $/gmu, '\n-- \n');
  return splitParagraphs(lines, shared).map(({ start, end }) => {
    const slice = lines.slice(start, end);
    signed ||= /^--\s*$/u.test(slice);
    const role: BlockRole = signed || slice.startsWith('>') ? 'furniture' : 'paragraph';
    return { text: slice, role };
  });
}
