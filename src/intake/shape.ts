/**
 * Says what is wrong with a value, with the place inside it, or null. Written by hand for the language packs:
 * they are read whenever a program or a thread of it starts, where zod takes twenty times as long.
 */
export type Check = (value: unknown) => string | null;

/** Tells whether a value has a shape; `fault` says what is wrong where it has not. */
export interface Shape<T> {
  fits(value: unknown): value is T;
  fault: Check;
}

/** A shape that can be asked for. */
export function hasShape<T>(fields: Fields<T>): Shape<T> {
  const fault = shape(fields);
  return { fits: (value): value is T => fault(value) === null, fault };
}

/** A check for every field of a type. */
type Fields<T> = { readonly [Field in keyof T]-?: Check };

/** An object with these fields and no other. */
export function shape<T>(fields: Fields<T>): Check {
  const checks = new Map<string, Check>(Object.entries(fields));
  return (value) => {
    if (!isObject(value)) return 'is not an object';
    const unknown = Object.keys(value).find((field) => !checks.has(field));
    if (unknown !== undefined) return `${unknown}: there is no such field`;
    for (const [field, check] of checks) {
      const fault = check(value[field]);
      if (fault !== null) return `${field}: ${fault}`;
    }
    return null;
  };
}

/** What may be left out. */
export function maybe(check: Check): Check {
  return (value) => (value === undefined ? null : check(value));
}

export const text: Check = (value) => (typeof value === 'string' && value !== '' ? null : 'is not a text, or empty');

export function oneOf(...values: readonly (string | boolean)[]): Check {
  return (value) => (values.some((one) => one === value) ? null : `is not ${values.join(' or ')}`);
}

export function list(check: Check, least = 0, most = Number.POSITIVE_INFINITY): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'is not a list';
    if (value.length < least || value.length > most) return `has ${value.length} entries`;
    for (const [i, entry] of value.entries()) {
      const fault = check(entry);
      if (fault !== null) return `${i + 1}: ${fault}`;
    }
    return null;
  };
}

export function record(check: Check): Check {
  return (value) => {
    if (!isObject(value)) return 'is not an object';
    for (const [key, entry] of Object.entries(value)) {
      const fault = check(entry);
      if (fault !== null) return `${key}: ${fault}`;
    }
    return null;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
