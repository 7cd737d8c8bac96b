/** The primary subtag of a BCP 47 tag in lower case: "fr" of "fr-CA". */
export function primarySubtag(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

/** Whether two tags name the same language, whatever the region or script. */
export function sameLanguage(a: string, b: string): boolean {
  return primarySubtag(a) === primarySubtag(b);
}
