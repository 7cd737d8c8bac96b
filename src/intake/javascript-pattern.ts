/** A regular expression of ICU or Java in JavaScript's form, as far as they differ in rules that are seen. */
export function javascriptPattern(pattern: string): string {
  return pattern
    .replace(/\\h/gu, '[ \\t\\u00a0]')
    .replace(/\\Q(.*?)\\E/gu, (_, literal: string) => literal.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
    .replace(/\\x\{([0-9a-f]+)\}/giu, '\\u{$1}')
    .replace(/\(\?[imsux]+\)/gu, '')
    .replace(/([*+?}])\+/gu, '$1')
    .replace(/\\([!"#%&',:;<=>@_`~-])/gu, (whole, sign: string) => (sign === '-' ? whole : sign))
    .replace(/\[([^\]]*)\[([^\]]*)\]([^\]]*)\]/gu, '[$1$2$3]')
    .replace(/\\p\{(Alpha|Upper|Lower|Digit|Punct|Space)\}/giu, (_, name: string) => POSIX[name.toLowerCase()]!);
}

const POSIX: Readonly<Record<string, string>> = {
  alpha: '\\p{Alphabetic}',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
  digit: '\\p{Nd}',
  punct: '\\p{P}',
  space: '\\s',
};
