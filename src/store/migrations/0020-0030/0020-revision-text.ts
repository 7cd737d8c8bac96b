/** Finds a text that is brought in a second time, without reading all texts; and the bitexts of a revision. */
export const revisionText: readonly string[] = [
  'CREATE INDEX revision_by_text ON revision (length(text), substr(text, 1, 100))',
];
