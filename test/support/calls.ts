/** A call in a source: its arguments as they are written. */
export interface Call {
  readonly args: readonly string[];
  readonly line: number;
}

/**
 * The calls of a function in a source, nested ones too. Strings, templates and
 * comments are told from code; regular expressions with quotes in them are not.
 * @param name as it is written before the bracket, such as `new Problem`
 */
export function callsOf(source: string, name: string): Call[] {
  return [...source.matchAll(new RegExp(`(?<![\\w.])${name}\\(`, 'gu'))].map(({ index, 0: found }) => ({
    args: argumentsFrom(source, index + found.length),
    line: source.slice(0, index).split('\n').length,
  }));
}

/** The plain string literals of some code, quotes undone. */
export function literalsIn(code: string): string[] {
  return [...code.matchAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/gu)].map(([quoted]) =>
    quoted.slice(1, -1).replace(/\\(.)/gu, '$1'),
  );
}

/** Some code without the calls of a function. */
export function withoutCalls(code: string, name: string): string {
  const found = new RegExp(`(?<![\\w.])${name}\\(`, 'u').exec(code);
  if (!found) return code;
  const end = endOf(code, found.index + found[0].length);
  return withoutCalls(code.slice(0, found.index) + code.slice(end), name);
}

function argumentsFrom(source: string, start: number): string[] {
  const end = endOf(source, start) - 1;
  const args: string[] = [];
  let from = start;
  for (let at = start; at < end; ) {
    if (source[at] === ',') {
      args.push(source.slice(from, at).trim());
      from = at + 1;
      at += 1;
    } else {
      at = after(source, at);
    }
  }
  const last = source.slice(from, end).trim();
  return last ? [...args, last] : args;
}

/** The place behind the bracket that closes what is open at `at`. */
function endOf(source: string, at: number): number {
  let place = at;
  while (place < source.length && !')]}'.includes(source[place]!)) place = after(source, place);
  return place + 1;
}

/** The place behind the literal, comment or pair of brackets that begins at `at`, or behind one character. */
function after(source: string, at: number): number {
  const char = source[at]!;
  if (char === "'" || char === '"') return at + /^(['"])(?:\\.|(?!\1).)*\1/su.exec(source.slice(at))![0].length;
  if (char === '`') return afterTemplate(source, at + 1);
  if (source.startsWith('//', at)) return source.indexOf('\n', at);
  if (source.startsWith('/*', at)) return source.indexOf('*/', at) + 2;
  return '([{'.includes(char) ? endOf(source, at + 1) : at + 1;
}

function afterTemplate(source: string, at: number): number {
  let place = at;
  while (source[place] !== '`') {
    if (source[place] === '\\') place += 2;
    else place = source.startsWith('${', place) ? endOf(source, place + 2) : place + 1;
  }
  return place + 1;
}
