/** The primary subtag of a BCP 47 tag in lower case: "fr" of "fr-CA". */
export function primarySubtag(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
