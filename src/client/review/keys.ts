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
  | 'confirmByConfidence'
  | 'confirm'
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

export interface KeyBinding {
  readonly action: Action;
  /** Written as "Ctrl+Alt+ArrowUp"; letters are the characters that a key gives, whatever the layout. */
  readonly keys: readonly string[];
  readonly label: string;
  /** A short name for a button in the toolbar; without one it has none. */
  readonly button?: string;
  /** Whether its button stands in the toolbar itself, with its key; the others stand under “More”. */
  readonly main?: true;
}

/** The one table of keys: the page, its help, its settings and the tests read it. */
export const KEYS: readonly KeyBinding[] = [
  { action: 'next', keys: ['ArrowDown'], label: 'Go to the segment below' },
  { action: 'previous', keys: ['ArrowUp'], label: 'Go to the segment above' },
  { action: 'pageDown', keys: ['PageDown'], label: 'Go ten rows down' },
  { action: 'pageUp', keys: ['PageUp'], label: 'Go ten rows up' },
  { action: 'first', keys: ['Home'], label: 'Go to the first row' },
  { action: 'last', keys: ['End'], label: 'Go to the last row' },
  { action: 'goToRow', keys: ['Shift+g'], label: 'Go to a row by its number', button: 'Go to row' },
  { action: 'side', keys: ['ArrowLeft', 'ArrowRight'], label: 'Go to the other side' },
  { action: 'selectDown', keys: ['Shift+ArrowDown'], label: 'Choose the row below too' },
  { action: 'selectUp', keys: ['Shift+ArrowUp'], label: 'Choose the row above too' },
  { action: 'nextDoubtful', keys: ['n'], label: 'Go to the next doubtful row', button: 'Next doubtful', main: true },
  { action: 'selectDoubtfulRun', keys: ['Shift+n'], label: 'Choose all doubtful rows that stand together here' },
  {
    action: 'confirm',
    keys: ['Enter', 'Alt+Enter'],
    label: 'Confirm the row and go to the next open one',
    button: 'Confirm',
    main: true,
  },
  { action: 'confirmByConfidence', keys: ['c'], label: 'Confirm all rows that are sure from the figure above on' },
  { action: 'reopen', keys: ['u'], label: 'Make it a proposal again' },
  { action: 'flag', keys: ['f'], label: 'Flag the row with a note', button: 'Flag', main: true },
  { action: 'comment', keys: ['k'], label: 'Comment on the row', button: 'Comment' },
  { action: 'exclude', keys: ['x'], label: 'Exclude the row from exports', button: 'Exclude' },
  {
    action: 'merge',
    keys: ['m', 'Ctrl+m'],
    label: 'Merge with the row below, or all chosen rows',
    button: 'Merge',
    main: true,
  },
  { action: 'split', keys: ['s'], label: 'Split the row before this segment', button: 'Split', main: true },
  { action: 'swap', keys: ['Shift+s'], label: 'Swap the translation with that of the row below' },
  {
    action: 'moveUp',
    keys: ['Alt+ArrowUp', 'Ctrl+Alt+ArrowUp'],
    label: 'Move the segment to the row above',
    button: 'Up',
  },
  {
    action: 'moveDown',
    keys: ['Alt+ArrowDown', 'Ctrl+Alt+ArrowDown'],
    label: 'Move the segment to the row below',
    button: 'Down',
  },
  {
    action: 'shiftUp',
    keys: ['Alt+Shift+ArrowUp'],
    label: 'Move this side of the row and all below it up, to the next empty side or confirmed row',
  },
  {
    action: 'shiftDown',
    keys: ['Alt+Shift+ArrowDown'],
    label: 'Move the segment and all below it down, to the next empty side or confirmed row',
  },
  { action: 'detach', keys: ['o'], label: 'Take the segment out into a row of its own', button: 'Take out' },
  {
    action: 'pair',
    keys: ['p'],
    label: 'Pair segments that stand apart: press on one, then on the other',
    button: 'Pair',
  },
  {
    action: 'edit',
    keys: ['e', 'F2'],
    label: 'Edit the text (Enter saves, Shift+Enter splits at the caret, Escape leaves)',
    button: 'Edit',
    main: true,
  },
  { action: 'join', keys: ['j'], label: 'Join with the next segment', button: 'Join' },
  {
    action: 'realign',
    keys: ['r'],
    label: 'Align again, from here to the next confirmed row or within the chosen rows; old and new are shown first',
    button: 'Realign',
  },
  { action: 'restore', keys: ['b'], label: 'Go back to what the aligner proposed for the row or the chosen rows' },
  { action: 'useTerm', keys: ['g'], label: 'Write the glossary’s term for the first one that is not to be used' },
  { action: 'termCard', keys: ['i'], label: 'Show what the glossary says of the next term of the row' },
  { action: 'addTerm', keys: ['d'], label: 'Make a glossary entry of the selected words', button: 'Entry' },
  { action: 'why', keys: ['w'], label: 'Show what speaks for this row, and the runner-up', button: 'Why' },
  { action: 'useAlternative', keys: ['t'], label: 'Take the runner-up instead of this row' },
  { action: 'memory', keys: ['l'], label: 'Look the source up in everything stored' },
  { action: 'find', keys: ['/'], label: 'Search within the text, or replace' },
  { action: 'undo', keys: ['Ctrl+z'], label: 'Undo' },
  { action: 'redo', keys: ['Ctrl+y', 'Ctrl+Shift+z'], label: 'Redo' },
  { action: 'keys', keys: ['?'], label: 'Show these keys', button: 'Keys' },
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
