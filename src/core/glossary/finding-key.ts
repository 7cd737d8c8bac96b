import type { AnyConcept } from './concept.ts';

/** Names a finding wherever it stands, so that what somebody has said of it is remembered. */
export function findingKey(finding: {
  readonly code: string;
  readonly concept: (AnyConcept & { readonly id?: number }) | null;
  readonly found: string;
  readonly expected: string;
}): string {
  const { code, concept, found, expected } = finding;
  return [code, concept?.id ?? expected.toLowerCase(), found.toLowerCase().normalize('NFC')].join('|');
}
