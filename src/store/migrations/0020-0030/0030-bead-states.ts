/** How many beads of a bitext are confirmed, flagged or doubtful is asked by the library and after every edit: a long text is not to be read for it. */
export const beadStates: readonly string[] = ['CREATE INDEX bead_state ON bead (bitext_id, status, confidence)'];
