// Characters that XML 1.0 (section 2.2) cannot hold: controls but for tab and line breaks, non-characters, lone surrogates.
/** What most texts have none of: everything that may have to be left out or escaped, by code units. */
const NEEDS_ESCAPING = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd]|[&<>"]/;
const FORBIDDEN_IN_XML = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** Text as XML content; what XML cannot hold is left out, and a carriage return is kept from becoming a line feed. */
export function xmlText(text: string): string {
  if (!NEEDS_ESCAPING.test(text)) return text;
  return text.replace(FORBIDDEN_IN_XML, '').replace(/[&<>"\r]/g, (char) => ENTITIES[char] ?? char);
}

/** A text without what XML cannot hold. */
export function withoutForbidden(text: string): string {
  return NEEDS_ESCAPING.test(text) ? text.replace(FORBIDDEN_IN_XML, '') : text;
}

/** Text as the value of an attribute, in which readers make spaces of tabs and line feeds (XML 1.0, section 3.3.3). */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/[\t\n]/g, (char) => ENTITIES[char] ?? char);
}

/** How many characters of a text XML cannot hold. */
export function forbiddenInXml(text: string): number {
  if (!NEEDS_ESCAPING.test(text)) return 0;
  return text.match(FORBIDDEN_IN_XML)?.length ?? 0;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
