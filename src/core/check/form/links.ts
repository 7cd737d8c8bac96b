import { msg } from '../../message.ts';
import type { CheckedTexts } from '../row-checks.ts';
import type { RowFinding } from '../row-finding.ts';
import { type Literal, literalsIn } from '../values/literals.ts';

/** Addresses, telephone numbers and handles that are not the same on both sides. An address may lead to the page in the other language. */
export function checkLinks({ source, target }: CheckedTexts): RowFinding[] {
  const [own, other] = [literalsIn(source), literalsIn(target)];
  if (own.length === 0 && other.length === 0) return [];
  const missing = own.filter((one) => !other.some((two) => isSame(one, two)));
  const added = other.filter((two) => !own.some((one) => isSame(one, two)));
  return missing.map((one) => {
    const two = added.find(({ kind }) => kind === one.kind);
    if (two) added.splice(added.indexOf(two), 1);
    return {
      code: 'link',
      severity: 'error',
      source: { start: one.start, end: one.end },
      target: two ? { start: two.start, end: two.end } : null,
      found: two?.text ?? '',
      expected: one.text,
      suggestion: two ? one.text : null,
      reason: two
        ? msg('The source has “{expected}”, the translation “{found}”.', { expected: one.text, found: two.text })
        : msg('“{expected}” of the source is not in the translation.', { expected: one.text }),
    };
  });
}

function isSame(a: Literal, b: Literal): boolean {
  if (a.kind !== b.kind) return false;
  return a.key === b.key || (a.kind === 'url' && withoutLanguage(a.key) === withoutLanguage(b.key));
}

/** An address without the part that names a language: /fr/, fr., ?lang=fr. */
function withoutLanguage(key: string): string {
  return key
    .replace(/^\p{L}{2}\.(?=.*\.)/u, '')
    .replace(/\/\p{L}{2}(?:-\p{L}{2})?(?=\/|$)/u, '')
    .replace(/([?&](?:lang|hl|l)=)\p{L}{2}/u, '$1');
}
