import { type Action, KEYS, type KeyBinding, keyOfPress } from './keys.ts';

/** Where the browser keeps the keys that somebody has changed. */
const STORAGE_KEY = 'visavis-keys';

/**
 * The table of keys with a person's own in place of the program's. A key that a newer program has given to another
 * action stays the person's.
 */
export function bindings(): readonly KeyBinding[] {
  const own = storedKeys();
  const taken = new Set(Object.values(own).flat());
  return KEYS.map((binding) => ({
    ...binding,
    keys: own[binding.action] ?? binding.keys.filter((key) => !taken.has(key)),
  }));
}

/** The action bound to a key press, if any. */
export function actionFor(event: Parameters<typeof keyOfPress>[0]): Action | undefined {
  const pressed = keyOfPress(event);
  return bindings().find(({ keys }) => keys.includes(pressed))?.action;
}

/** Gives an action one key; an action that had it loses it. Null gives it the program's again. */
export function bind(action: Action, key: string | null): void {
  const own = storedKeys();
  if (key === null) delete own[action];
  else {
    for (const other of bindings()) {
      if (other.action !== action && other.keys.includes(key)) own[other.action] = other.keys.filter((k) => k !== key);
    }
    own[action] = [key];
  }
  localStorage.setItem(STORAGE_KEY, JSON.stringify(own));
}

/** Gives every action the program's keys. */
export function unbindAll(): void {
  localStorage.removeItem(STORAGE_KEY);
}

/** Actions whose names have changed since browsers first kept keys for them. */
const FORMER_NAMES: Readonly<Record<string, Action>> = {
  knot: 'selectDoubtfulRun',
  takeOut: 'detach',
  newEntry: 'addTerm',
  runnerUp: 'useAlternative',
  confirmSure: 'confirmByConfidence',
};

function storedKeys(): Partial<Record<Action, readonly string[]>> {
  try {
    const own: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    if (typeof own !== 'object' || own === null) return {};
    return Object.fromEntries(Object.entries(own).map(([action, keys]) => [FORMER_NAMES[action] ?? action, keys]));
  } catch {
    return {};
  }
}
