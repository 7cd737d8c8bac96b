/** What a reviewer can do on the review page. */
export type Action =
  | 'next'
  | 'previous'
  | 'pageDown'
  | 'pageUp'
  | 'first'
  | 'last'
  | 'goToRow'
  | 'side'
  | 'selectDown'
  | 'selectUp'
  | 'nextDoubtful'
  | 'selectDoubtfulRun'
  | 'nextFinding'
  | 'nextFindingRow'
  | 'takeSuggestion'
  | 'dismissFinding'
  | 'confirmByConfidence'
  | 'confirm'
  | 'confirmPassage'
  | 'reopen'
  | 'flag'
  | 'comment'
  | 'exclude'
  | 'merge'
  | 'split'
  | 'swap'
  | 'moveUp'
  | 'moveDown'
  | 'shiftUp'
  | 'shiftDown'
  | 'detach'
  | 'pair'
  | 'edit'
  | 'join'
  | 'realign'
  | 'restore'
  | 'useTerm'
  | 'termCard'
  | 'addTerm'
  | 'why'
  | 'useAlternative'
  | 'memory'
  | 'find'
  | 'undo'
  | 'redo'
  | 'keys';

/** What actions are about, in the order in which they are shown, and the heading of each. */
export const KEY_GROUPS = {
  decide: 'Decide',
  rows: 'Change rows',
  text: 'Text and comments',
  go: 'Move around',
  glossary: 'Glossary and matches',
  page: 'Undo, search, help',
} as const;
export type KeyGroup = keyof typeof KEY_GROUPS;

export interface KeyBinding {
  readonly action: Action;
  readonly group: KeyGroup;
  /** Written as "Ctrl+Alt+ArrowUp"; letters are the characters that a key gives, whatever the layout. */
  readonly keys: readonly string[];
  readonly label: string;
  /** A short name for a button in the toolbar; without one it has none. */
  readonly button?: string;
  /** Whether its button stands in the toolbar itself; the others stand under “More”. */
  readonly main?: true;
}

/** The one table of keys: the page, its help, its settings and the tests read it. */
export const KEYS: readonly KeyBinding[] = [
  {
    action: 'confirm',
    group: 'decide',
    keys: ['Enter', 'Alt+Enter'],
    label: 'Confirm and go to the next row to review',
    button: 'Confirm',
    main: true,
  },
  {
    action: 'confirmPassage',
    group: 'decide',
    keys: ['Shift+Enter'],
    label: 'Confirm the rows in sight from here to the next reviewed one, and go on',
    button: 'Confirm passage',
  },
  { action: 'flag', group: 'decide', keys: ['f'], label: 'Flag the row with a note', button: 'Flag', main: true },
  {
    action: 'exclude',
    group: 'decide',
    keys: ['x'],
    label: 'Exclude the row from exports, or take it back in',
    button: 'Exclude',
  },
  { action: 'reopen', group: 'decide', keys: ['u'], label: 'Reopen the row', button: 'Reopen' },
  {
    action: 'confirmByConfidence',
    group: 'decide',
    keys: ['c'],
    label: 'Confirm all rows that reach the confidence threshold',
  },
  {
    action: 'why',
    group: 'decide',
    keys: ['w'],
    label: 'Explain this row and show the alternative',
    button: 'Explain',
  },
  { action: 'takeSuggestion', group: 'decide', keys: ['a'], label: 'Write what the finding suggests' },
  { action: 'dismissFinding', group: 'decide', keys: ['q'], label: 'Dismiss the finding, with a reason' },
  { action: 'useAlternative', group: 'decide', keys: ['t'], label: 'Use the alternative' },

  {
    action: 'merge',
    group: 'rows',
    keys: ['m', 'Ctrl+m'],
    label: 'Merge with the row below, or all chosen rows',
    button: 'Merge',
    main: true,
  },
  {
    action: 'split',
    group: 'rows',
    keys: ['s'],
    label: 'Split the row before this segment',
    button: 'Split',
    main: true,
  },
  { action: 'swap', group: 'rows', keys: ['Shift+s'], label: 'Swap the translation with that of the row below' },
  {
    action: 'moveUp',
    group: 'rows',
    keys: ['Alt+ArrowUp', 'Ctrl+Alt+ArrowUp'],
    label: 'Move the segment to the row above',
    button: 'Move up',
  },
  {
    action: 'moveDown',
    group: 'rows',
    keys: ['Alt+ArrowDown', 'Ctrl+Alt+ArrowDown'],
    label: 'Move the segment to the row below',
    button: 'Move down',
  },
  {
    action: 'shiftUp',
    group: 'rows',
    keys: ['Alt+Shift+ArrowUp'],
    label: 'Shift this side up from here, as far as the next empty side or confirmed row',
  },
  {
    action: 'shiftDown',
    group: 'rows',
    keys: ['Alt+Shift+ArrowDown'],
    label: 'Shift this side down from here, as far as the next empty side or confirmed row',
  },
  { action: 'detach', group: 'rows', keys: ['o'], label: 'Move the segment to its own row', button: 'Detach' },
  {
    action: 'pair',
    group: 'rows',
    keys: ['p'],
    label: 'Link two distant segments: press on one, then on the other',
    button: 'Link',
  },
  {
    action: 'realign',
    group: 'rows',
    keys: ['r'],
    label: 'Realign up to the next confirmed row, or the selected rows (preview first)',
    button: 'Realign',
  },
  { action: 'restore', group: 'rows', keys: ['b'], label: 'Restore the proposed alignment' },

  {
    action: 'edit',
    group: 'text',
    keys: ['e', 'F2'],
    label: 'Edit the text (Enter saves, Shift+Enter splits here, Esc cancels)',
    button: 'Edit',
    main: true,
  },
  { action: 'join', group: 'text', keys: ['j'], label: 'Join with the next segment', button: 'Join' },
  { action: 'comment', group: 'text', keys: ['k'], label: 'Comment on the row', button: 'Comment' },

  { action: 'nextDoubtful', group: 'go', keys: ['n'], label: 'Go to the next doubtful row', button: 'Next doubtful' },
  {
    action: 'nextFinding',
    group: 'go',
    keys: ['v'],
    label: 'Go to the next finding of the row, then to the next row that has one',
    button: 'Next finding',
  },
  { action: 'nextFindingRow', group: 'go', keys: ['Shift+v'], label: 'Go to the next row with a finding' },
  { action: 'next', group: 'go', keys: ['ArrowDown'], label: 'Go to the segment below' },
  { action: 'previous', group: 'go', keys: ['ArrowUp'], label: 'Go to the segment above' },
  { action: 'side', group: 'go', keys: ['ArrowLeft', 'ArrowRight'], label: 'Go to the other side' },
  { action: 'pageDown', group: 'go', keys: ['PageDown'], label: 'Go ten rows down' },
  { action: 'pageUp', group: 'go', keys: ['PageUp'], label: 'Go ten rows up' },
  { action: 'first', group: 'go', keys: ['Home'], label: 'Go to the first row' },
  { action: 'last', group: 'go', keys: ['End'], label: 'Go to the last row' },
  { action: 'goToRow', group: 'go', keys: ['Shift+g'], label: 'Go to a row by its number', button: 'Go to row' },
  { action: 'selectDown', group: 'go', keys: ['Shift+ArrowDown'], label: 'Extend the selection down' },
  { action: 'selectUp', group: 'go', keys: ['Shift+ArrowUp'], label: 'Extend the selection up' },
  { action: 'selectDoubtfulRun', group: 'go', keys: ['Shift+n'], label: 'Select this run of doubtful rows' },

  { action: 'termCard', group: 'glossary', keys: ['i'], label: 'Show the next term in the glossary' },
  { action: 'useTerm', group: 'glossary', keys: ['g'], label: 'Replace the first forbidden or deprecated term' },
  {
    action: 'addTerm',
    group: 'glossary',
    keys: ['d'],
    label: 'Add the selected words to the glossary',
    button: 'Add term',
  },
  { action: 'memory', group: 'glossary', keys: ['l'], label: 'Find matches for the source' },

  { action: 'undo', group: 'page', keys: ['Ctrl+z'], label: 'Undo', button: 'Undo' },
  { action: 'redo', group: 'page', keys: ['Ctrl+y', 'Ctrl+Shift+z'], label: 'Redo', button: 'Redo' },
  { action: 'find', group: 'page', keys: ['/'], label: 'Search within the text, or replace', button: 'Search' },
  { action: 'keys', group: 'page', keys: ['?'], label: 'Show shortcuts', button: 'Shortcuts' },
];

/** A key press as the table writes it; Shift counts only where it does not already change the character. */
export function keyOfPress({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  // Browsers give a letter with Shift in either case (macOS, Caps Lock), so Shift itself decides.
  const letter = /^[\p{Lu}\p{Ll}]$/u.test(key) ? key.toLowerCase() : key;
  const shifted = shiftKey && (key.length > 1 || /^\p{L}$/u.test(key));
  return [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shifted ? 'Shift' : '', letter]
    .filter(Boolean)
    .join('+');
}
