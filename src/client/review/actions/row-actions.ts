import type { Drop } from '../drag.ts';
import type { Action } from '../keys.ts';
import { arrangeActions } from './arrange.ts';
import type { Parts } from './at-cursor.ts';
import { chooseActions } from './choose.ts';
import { findingActions } from './findings.ts';
import { markActions } from './mark.ts';
import { panelActions } from './panels.ts';
import { textActions } from './text.ts';

/** What each action on rows does; those on the whole page are the page's own. */
type RowActions = Record<
  Exclude<
    Action,
    'confirmByConfidence' | 'nextDoubtful' | 'nextFinding' | 'nextFindingRow' | 'find' | 'undo' | 'redo' | 'keys'
  >,
  () => void
>;

/** The actions on the row or segment where the cursor is, or on the chosen rows. */
export function rowActions(parts: Parts): RowActions & {
  drop(drop: Drop): void;
  offerDrafts(): void;
  dismiss(form: HTMLFormElement): Promise<void>;
} {
  return {
    ...chooseActions(parts),
    ...markActions(parts),
    ...arrangeActions(parts),
    ...textActions(parts),
    ...panelActions(parts),
    ...findingActions(parts),
  };
}
