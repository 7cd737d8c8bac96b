import type { Bead } from './bitext.ts';

/** A bead below this probability is shown as doubtful until somebody has looked at it. */
export const DOUBTFUL_BELOW = 0.75;

/** Whether a bead wants a second look: proposed by the machine without being sure of it. */
export function isDoubtful(bead: Pick<Bead, 'status' | 'confidence'>): boolean {
  return bead.status === 'proposed' && bead.confidence !== null && bead.confidence < DOUBTFUL_BELOW;
}

/** The confidence that filters compare: a bead made by a person is certain. */
export function certainty(bead: Pick<Bead, 'confidence'>): number {
  return bead.confidence ?? 1;
}
