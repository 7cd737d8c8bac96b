import type { BeadStatus } from '../../core/bitext/bitext.ts';

/** What tools call the statuses, in small letters without marks: XLIFF's states, and the words of tools and tables. */
const WORDS: Readonly<Record<BeadStatus, ReadonlySet<string>>> = {
  confirmed: new Set(
    'confirmed approved approvedtranslation approvedsignoff final signedoff reviewed proofread manuallyconfirmed reviewer1confirmed reviewer2confirmed validated'.split(
      ' ',
    ),
  ),
  proposed: new Set(
    'proposed draft initial new translated untranslated nottranslated unspecified notstarted pretranslated partiallyedited edited assembledfromfragments unconfirmed unapproved unreviewed fuzzy leveragedmt'.split(
      ' ',
    ),
  ),
  flagged: new Set(['flagged']),
  excluded: new Set(['excluded']),
};

/** The status that a word of a file stands for; null where it is none that is known. */
export function statusOfWord(word: string): BeadStatus | null {
  const plain = word.toLowerCase().replace(/[^a-z\d]/gu, '');
  if (/^(?:rejected|needsreview)/u.test(plain)) return 'flagged';
  if (/^needs/u.test(plain) || isMachine(word)) return 'proposed';
  for (const [status, words] of Object.entries(WORDS)) if (words.has(plain)) return status as BeadStatus;
  return null;
}

/** Whether a word says that a machine has translated: “MT”, “nmt”, “mt-suggestion”, “Machine Translation”. */
export function isMachine(word: string): boolean {
  return /^(?:(?:[na]|ada)?mt|leveraged-?mt|machine)(?![a-z])|machine.?transla/iu.test(word.trim());
}

/** Names under which machines translate. */
const MACHINE_AUTHOR = /^n?mt!?$|machine.?transla/iu;

/** Properties by which tools say of a unit of a memory how far it is, or what it comes from. */
const STATUS_PROP = /^(?:x-)?(?:confirmation[-_ ]?level|status|state|approval|origin)(?::.*)?$/iu;

/**
 * The status that properties of other tools and the name of an author say; null where they say none. What was
 * rejected or is a draft counts, whatever else is said.
 */
export function statusOfProps(props: readonly (readonly [string, string])[], author = ''): BeadStatus | null {
  if (props.length === 0 && !MACHINE_AUTHOR.test(author)) return null;
  const statuses = props
    .filter(([type]) => STATUS_PROP.test(type))
    .map(([type, value]) => (/origin/iu.test(type) ? isMachine(value) && ('proposed' as const) : statusOfWord(value)))
    .concat(MACHINE_AUTHOR.test(author) && 'proposed');
  for (const status of ['flagged', 'proposed', 'confirmed'] as const) if (statuses.includes(status)) return status;
  return null;
}
