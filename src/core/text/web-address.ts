/**
 * Whether a text is an address on the web. Nothing else is ever made a link: a browser would carry out `javascript:`, and
 * open what `data:` and `file:` name.
 */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/iu.test(text);
}
