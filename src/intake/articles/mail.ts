import PostalMime from 'postal-mime';
import type { Finding } from '../../core/finding.ts';
import type { BlockRole } from '../../core/text/blocks.ts';
import type { SharedWords } from '../../core/text/language-pack.ts';
import { countLetters } from '../../core/text/letters.ts';
import { splitParagraphs } from '../../core/text/paragraphs.ts';
import { lettersShown, readFragment } from './fragment.ts';
import type { Paragraph } from './html-paragraphs.ts';
import { lettersIn, type ReadLetters } from './letter-guard.ts';
import { plainMail } from './mail-source.ts';

/** Whether a text is a mail as programs save it: a block of headers with a sender or a MIME version. */
export function isMail(head: string): boolean {
  const [headers = ''] = head.split(/\r?\n\r?\n/u, 1);
  const lines = headers.split(/\r?\n/u);
  const formed = lines.every((line) => /^(?:[!-9;-~]+:|[ \t]+\S)/u.test(line));
  return formed && lines.length > 1 && /^(?:from|mime-version|received|message-id):/imu.test(headers);
}

/**
 * The subject and the text of a mail. Signatures and quoted mails are recognised as no part of the article.
 * @param encoding of its texts, where a person has named it
 */
export async function readMail(
  bytes: Uint8Array,
  name: string,
  shared: SharedWords,
  encoding?: string,
): Promise<ReadLetters & { readonly publisher: string; readonly findings: readonly Finding[] }> {
  const plain = plainMail(bytes, name, encoding);
  const mail = await PostalMime.parse(plain.bytes, { maxNestingDepth: 50 });
  const [text, html] = [mail.text?.trim() ?? '', mail.html ?? ''];
  const letters = { text: countLetters(text), html: html === '' ? 0 : lettersShown(html) };
  const isNotice = letters.text < letters.html * MIN_SHARE_OF_HTML;
  const body = text && !isNotice ? readLines(mail.text ?? '', shared) : readFragment(html);
  const head: Paragraph[] = plain.subject ? [{ text: plain.subject, role: 'heading' }] : [];
  return {
    paragraphs: [...head, ...body],
    letters: lettersIn(head) + (isNotice ? letters.html : letters.text || letters.html),
    publisher: plain.from,
    findings: plain.findings,
  };
}

/** A text beside HTML that has less than this share of its letters is a notice, "Your program shows no HTML". */
const MIN_SHARE_OF_HTML = 0.4;

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
