/** What somebody may be on a desk; one person can be several of these. */
export const ROLES = ['reader', 'translator', 'reviser', 'terminologist', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What a program may in the name of an account: read, or all that the account may at the time. */
export const PROGRAM_SCOPES = ['read', 'all'] as const;
export type ProgramScope = (typeof PROGRAM_SCOPES)[number];

/**
 * Who may do what: the one table of it, which routes, pages and use cases read. Each role is named where it may; an
 * administrator may everything.
 */
const PERMITTED = {
  /** Read and search everything, take files out, see one's own account. */
  read: ['reader', 'translator', 'reviser', 'terminologist'],
  /** Write comments, answer and resolve them. */
  comment: ['translator', 'reviser', 'terminologist'],
  /** Import texts and change their rows, but for what a reviser has confirmed. */
  edit: ['translator', 'reviser'],
  /** Confirm rows, and change or reopen confirmed ones. */
  confirm: ['reviser'],
  /** Say who translates and revises what, and until when. */
  assign: ['reviser'],
  /** Publish a translation, which locks it, and unlock it. */
  publish: ['reviser'],
  /** Put bitexts and articles into the trash and bring them back. */
  delete: ['reviser'],
  /** Delete for good what lies in the trash, and say how long it lies there. */
  purge: [],
  /** Add concepts to the glossary, as proposals, and change proposals. */
  propose: ['translator', 'reviser', 'terminologist'],
  /** Approve, change, merge, import and delete concepts; arrange glossaries. */
  approve: ['terminologist'],
  /** Change what holds for all texts: segmentation rules and profiles of checks. */
  configure: ['reviser'],
  /** Invite people, give them roles, disable them. */
  accounts: [],
  /** Say which other programs are told what happens. */
  webhooks: [],
  /** Read who did what. */
  audit: [],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMITTED;

export const PERMISSIONS = Object.keys(PERMITTED) as readonly Permission[];

/** Whether somebody of these roles may do this. */
export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  const permitted: readonly Role[] = rolesWith(permission);
  return roles.some((role) => permitted.includes(role));
}

/** The roles that may do this, the least first. */
export function rolesWith(permission: Permission): readonly Role[] {
  return [...PERMITTED[permission], 'administrator'];
}
