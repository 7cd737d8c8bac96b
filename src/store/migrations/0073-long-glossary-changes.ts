/**
 * Changes of so many concepts that they are made some at a time. What becomes of each concept is written to the history
 * first, under a batch that nobody sees; then it is carried out. Whoever finds such a change whose program is gone drops
 * it, or goes on with it. Readers keep the version of the glossaries from before it, until it is whole.
 */
export const longGlossaryChanges = [
  `CREATE TABLE glossary_change (
    batch INTEGER PRIMARY KEY,
    program_id TEXT REFERENCES program (id) ON DELETE SET NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'applying', 'reverting')),
    version INTEGER NOT NULL,
    part TEXT NOT NULL DEFAULT 'concepts' CHECK (part IN ('concepts', 'relations')),
    done_to INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
];
