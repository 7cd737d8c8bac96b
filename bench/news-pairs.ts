import { readdirSync, readFileSync } from 'node:fs';
import type { IndexBead } from '#dist/core/align/evaluate.js';

/** A news pair with its gold alignment, as segments and as raw articles. `data/news/README.md` tells the notation. */
export interface NewsPair {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly half: 'tuning' | 'control';
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: readonly IndexBead[];
  /** The articles as a page would have them. */
  readonly raw: { readonly source: string; readonly target: string };
  /** Segments that are boilerplate. */
  readonly boilerplate: { readonly source: ReadonlySet<number>; readonly target: ReadonlySet<number> };
}

const DATA = new URL('../../bench/data/', import.meta.url);

export function newsPairs(): NewsPair[] {
  return pairsIn(new URL('news/', DATA));
}

/** Literary prose in free translation, written for this project, in the same notation. */
export function freePairs(): NewsPair[] {
  return pairsIn(new URL('literature/', DATA));
}

function pairsIn(folder: URL): NewsPair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parse(name.replace('.txt', ''), readFileSync(new URL(name, folder), 'utf8')));
}

class Side {
  readonly segments: string[] = [];
  readonly boilerplate = new Set<number>();
  raw = '';
  private fresh = true;
  private readonly glue: string;

  constructor(language: string) {
    this.glue = language === 'zh' ? '' : ' ';
  }

  add(cell: string, boilerplate: boolean): number[] {
    return cell
      .split(' | ')
      .map((text) => text.trim())
      .filter(Boolean)
      .map((written) => {
        const text = written.replace(/^~/, '');
        this.raw += this.fresh ? text : (written.startsWith('~') ? '' : this.glue) + text;
        this.fresh = false;
        if (boilerplate) this.boilerplate.add(this.segments.length);
        return this.segments.push(text) - 1;
      });
  }

  endParagraph(): void {
    if (!this.fresh) this.raw += '\n\n';
    this.fresh = true;
  }
}

function parse(name: string, text: string): NewsPair {
  const [head = '', ...lines] = text.split('\n');
  const [from = '', to = '', half = ''] = head.split(' ');
  const source = new Side(from);
  const target = new Side(to);
  const beads: [number[], number[]][] = [];
  const moved = new Map<string, [number[], number[]]>();
  for (const line of lines) {
    const boilerplate = line.startsWith('!');
    if (boilerplate || !line.trim()) for (const side of [source, target]) side.endParagraph();
    if (!line.trim()) continue;
    const [left = '', right = ''] = line.replace(/^!/, '').split('||');
    const mark = /^\s*(@\d+)\s*(.*)$/.exec(right);
    const ids = source.add(left, boilerplate);
    const key = mark?.[1] ?? '';
    if (mark && ids.length > 0) {
      const bead: [number[], number[]] = [ids, []];
      moved.set(key, bead);
      beads.push(bead);
    } else if (mark) moved.get(key)?.[1].push(...target.add(mark[2] ?? '', false));
    else beads.push([ids, target.add(right, boilerplate)]);
    if (boilerplate) for (const side of [source, target]) side.endParagraph();
  }
  return {
    name,
    from,
    to,
    half: half === 'control' ? 'control' : 'tuning',
    source: source.segments,
    target: target.segments,
    gold: beads.flatMap(([s, t]): [number[], number[]][] =>
      s.length > 0 && t.length > 0
        ? [[s, t]]
        : [...s.map((i): [number[], number[]] => [[i], []]), ...t.map((j): [number[], number[]] => [[], [j]])],
    ),
    raw: { source: source.raw.trimEnd(), target: target.raw.trimEnd() },
    boilerplate: { source: source.boilerplate, target: target.boilerplate },
  };
}
