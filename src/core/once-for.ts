/**
 * Derives something from a value that never changes, such as a language pack, and does so once: what was derived is
 * kept for as long as the value itself. The same value always gives the same, so nothing depends on what ran before.
 */
export function onceFor<Source extends object, Derived>(
  derive: (source: Source) => Derived,
): (source: Source) => Derived {
  const known = new WeakMap<Source, { readonly derived: Derived }>();
  return (source) => {
    let entry = known.get(source);
    if (!entry) {
      entry = { derived: derive(source) };
      known.set(source, entry);
    }
    return entry.derived;
  };
}
