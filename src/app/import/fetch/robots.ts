/**
 * Whether a robots.txt lets a program read a page (RFC 9309): the group of its own name counts, else that of all; of the rules
 * that match the longest decides, and of two of one length the one that allows.
 * @param program its product token
 * @param path of the page, with its query
 */
export function robotsAllow(text: string, program: string, path: string): boolean {
  const groups = groupsIn(text);
  const own = groups.filter(({ agents }) => agents.includes(program.toLowerCase()));
  const rules = (own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))).flatMap(
    (group) => group.rules,
  );
  const asked = plainPath(path);
  let [length, allows] = [-1, true];
  for (const rule of rules) {
    if (rule.path === '' || !matches(rule.path, asked)) continue;
    if (rule.path.length < length || (rule.path.length === length && allows)) continue;
    [length, allows] = [rule.path.length, rule.allows];
  }
  return allows;
}

interface Group {
  readonly agents: string[];
  readonly rules: { readonly path: string; readonly allows: boolean }[];
}

function groupsIn(text: string): Group[] {
  const groups: Group[] = [];
  let takesAgents = false;
  for (const line of text.replace(/^\ufeff/u, '').split(/\r\n?|\n/u)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/u.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      // Several names in a row stand over the same rules.
      if (!takesAgents) groups.push({ agents: [], rules: [] });
      takesAgents = true;
      groups.at(-1)!.agents.push(/^(?:\*|[\w-]+)/u.exec(value)?.[0].toLowerCase() ?? '');
    } else if (name === 'allow' || name === 'disallow') {
      takesAgents = false;
      groups.at(-1)?.rules.push({ path: plainPath(value.trim()), allows: name === 'allow' });
    }
  }
  return groups;
}

/** A path as paths are compared: what need not be escaped is not, and escapes are written one way. */
function plainPath(path: string): string {
  return path
    .replace(/[^\x21-\x7e]/gu, (char) => encodeURIComponent(char))
    .replace(/%([0-9a-f]{2})/giu, (whole, hex: string) => {
      const char = String.fromCharCode(Number.parseInt(hex, 16));
      return /[\w.~-]/u.test(char) ? char : whole.toUpperCase();
    });
}

/** Whether a rule matches from the beginning of a path; `*` is anything, `$` at its end the end. Without going back and forth. */
function matches(rule: string, path: string): boolean {
  const isWhole = rule.endsWith('$');
  const [first = '', ...rest] = (isWhole ? rule.slice(0, -1) : rule).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    if (isWhole && i === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}
