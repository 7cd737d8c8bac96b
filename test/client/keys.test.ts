import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KEYS, keyOfPress } from '../../src/client/review/keys.ts';
import { actionFor, bind, bindings, unbindAll } from '../../src/client/review/own-keys.ts';

const press = (key: string, held: Partial<Parameters<typeof keyOfPress>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

/** What a browser keeps between visits. */
const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});

describe('a key press as the table writes it', () => {
  it.each([
    ['m', {}, 'm'],
    ['ArrowUp', { ctrlKey: true, altKey: true }, 'Ctrl+Alt+ArrowUp'],
    ['ArrowDown', { shiftKey: true }, 'Shift+ArrowDown'],
    ['z', { metaKey: true }, 'Ctrl+z'],
    ['N', { shiftKey: true }, 'Shift+n'],
    ['É', { shiftKey: true }, 'Shift+é'],
    // Browsers give a letter with Shift in either case (macOS, Caps Lock): redo is not taken for undo.
    ['z', { metaKey: true, shiftKey: true }, 'Ctrl+Shift+z'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+z'],
    ['Z', { ctrlKey: true }, 'Ctrl+z'],
    // Caps lock gives a capital without Shift.
    ['M', {}, 'm'],
    // Shift made this character; it is not held for its own sake.
    ['?', { shiftKey: true }, '?'],
    ['/', { shiftKey: true }, '/'],
  ] as const)('%s with %o is %s', (key, held, text) => {
    expect(keyOfPress(press(key, held))).toBe(text);
  });

  it('is bound to one action at most', () => {
    const keys = KEYS.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('own keys', () => {
  it('take the place of the program’s, and leave the action that had them', () => {
    expect(actionFor(press('m'))).toBe('merge');
    bind('flag', 'm');
    expect(actionFor(press('m'))).toBe('flag');
    expect(actionFor(press('f'))).toBeUndefined();
    expect(actionFor(press('m', { ctrlKey: true }))).toBe('merge');
  });

  it('can be given up one by one or all together', () => {
    bind('flag', 'q');
    bind('edit', 'w');
    bind('flag', null);
    expect([actionFor(press('f')), actionFor(press('q'))]).toEqual(['flag', undefined]);
    unbindAll();
    expect(bindings()).toEqual(KEYS);
  });

  it('are kept under former names of their actions, and survive what cannot be read', () => {
    kept.set('visavis-keys', '{"knot":["q"]}');
    expect(actionFor(press('q'))).toBe('selectDoubtfulRun');
    for (const odd of ['{', 'null', '7']) {
      kept.set('visavis-keys', odd);
      expect(bindings()).toEqual(KEYS);
    }
  });
});
