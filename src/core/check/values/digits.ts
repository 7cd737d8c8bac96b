/**
 * What a run of digits with its signs may be, by how the language writes numbers. `1,250` is 1250 where the comma
 * groups, 1.25 where it is decimal, and both where the language does neither or people do either.
 */
export function readingsOfDigits(
  digits: string,
  { decimal, group }: { decimal: string; group: string },
  loose: boolean,
): number[] {
  if (/^\d+$/u.test(digits)) return [Number(digits)];
  const signs = [...new Set(digits.replace(/\d/gu, ''))];
  const last = digits.at(Math.max(...signs.map((sign) => digits.lastIndexOf(sign))))!;
  const grouped = Number(digits.replace(/\D/gu, ''));
  if (signs.length > 1) {
    const at = digits.lastIndexOf(last);
    return [Number(`${digits.slice(0, at).replace(/\D/gu, '')}.${digits.slice(at + 1)}`)];
  }
  const groups = digits.split(last).length;
  const isGroups = /^\d{1,3}(?:\D\d{3})+$/u.test(digits) || /^\d{1,2}(?:,\d{2})+,\d{3}$/u.test(digits);
  if (last === ' ' || last === "'" || last === '’') return [grouped];
  if (groups > 2) return isGroups ? [grouped] : [];
  const asDecimal = Number(digits.replace(last, '.'));
  if (!isGroups) return [asDecimal];
  if (digits.startsWith('0')) return [asDecimal];
  if (loose || (last !== decimal && last !== group)) return [grouped, asDecimal];
  return last === decimal ? [asDecimal] : [grouped];
}
