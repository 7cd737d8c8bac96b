import type { Permission } from '../accounts/permissions.ts';

/** How far the work on a translation has come; one that is published is locked. */
export const WORKFLOW_STATES = ['new', 'assigned', 'review', 'reviewed', 'published'] as const;
export type WorkflowState = (typeof WORKFLOW_STATES)[number];

/** What takes a translation on, or back. */
interface Move {
  readonly from: readonly WorkflowState[];
  readonly to: WorkflowState;
  readonly permission: Permission;
}

/** Every move from one state to another; `assign` stands apart, since it says who and until when. */
export const MOVES = {
  /** The translator is done. */
  submit: { from: ['new', 'assigned'], to: 'review', permission: 'edit' },
  /** The translator has more to do. */
  return: { from: ['review', 'reviewed'], to: 'assigned', permission: 'confirm' },
  /** Somebody stands for the whole translation. */
  sign: { from: ['review'], to: 'reviewed', permission: 'confirm' },
  /** From here on nothing of it changes. */
  publish: { from: ['reviewed'], to: 'published', permission: 'publish' },
  unlock: { from: ['published'], to: 'reviewed', permission: 'publish' },
} as const satisfies Readonly<Record<string, Move>>;
export type MoveName = keyof typeof MOVES;

export const MOVE_NAMES = Object.keys(MOVES) as readonly MoveName[];

/** Whether a translation in this state can be moved so. */
export function canMove(state: WorkflowState, move: MoveName): boolean {
  const from: readonly WorkflowState[] = MOVES[move].from;
  return from.includes(state);
}

/** Who works on a translation, until when, and how far it is. */
export interface Workflow {
  readonly state: WorkflowState;
  /** The ids of accounts; empty where nobody is. */
  readonly translator: string;
  readonly reviser: string;
  /** A day, ISO 8601; empty where there is none. */
  readonly dueOn: string;
  /** Who stands for the whole of it; empty before it is reviewed. */
  readonly signedBy: string;
}

/** A translation with which nobody has begun. */
export const NEW_WORKFLOW: Workflow = { state: 'new', translator: '', reviser: '', dueOn: '', signedBy: '' };

/** Where a translation stands after a move. */
export function afterMove(workflow: Workflow, move: MoveName, by: string): Workflow {
  const state = move === 'return' && workflow.translator === '' ? 'new' : MOVES[move].to;
  const signedBy = move === 'sign' ? by : move === 'return' ? '' : workflow.signedBy;
  return { ...workflow, state, signedBy };
}

/** Where a translation stands after its words have changed: what was signed is no more. */
export function afterEdit(workflow: Workflow): Workflow {
  return workflow.state === 'reviewed' ? { ...workflow, state: 'review', signedBy: '' } : workflow;
}

/** Who is to do it, and until when. */
export type Assignment = Pick<Workflow, 'translator' | 'reviser' | 'dueOn'>;

/** Where a translation stands once it is given to somebody, or taken away. */
export function afterAssignment(workflow: Workflow, given: Assignment): Workflow {
  const begun = given.translator === '' ? 'new' : 'assigned';
  const isOpen = workflow.state === 'new' || workflow.state === 'assigned';
  return { ...workflow, ...given, state: isOpen ? begun : workflow.state };
}

/** Whether it should be done by now. @param today ISO 8601 */
export function isOverdue({ state, dueOn }: Pick<Workflow, 'state' | 'dueOn'>, today: string): boolean {
  return dueOn !== '' && dueOn < today && state !== 'reviewed' && state !== 'published';
}
