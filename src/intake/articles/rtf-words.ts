import type { TextStyle } from '../../core/bitext/inline/styled-spans.ts';

/** Groups whose content is not text of the document (RTF 1.9.1, destinations). */
export const SKIPPED_GROUPS: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr fldinst bkmkstart bkmkend annotation atnid atnauthor atntime atnref atnicn panose falt revtbl pgptbl wgrffmtfilter listtext pntext pn xe rxe txe tc tcn nonshppict shprslt mmathPict sp template userprops nonesttables bgimages background filetbl keycode'.split(
    ' ',
  ),
);

/** Groups marked as optional that hold text all the same: notes, text boxes, formulas. */
export const READ_THOUGH_STARRED: ReadonlySet<string> = new Set('footnote shpinst moMath moMathPara'.split(' '));

/** Words that stand for a character. */
export const SIGNS: Readonly<Record<string, string>> = {
  line: '\n',
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
};

/** Words that switch bold and italics on, and off with a 0. */
export const STYLE_WORDS: Readonly<Partial<Record<string, TextStyle>>> = { b: 'bold', i: 'italic' };
