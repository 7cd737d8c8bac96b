import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../../src/client/shared/new-id.ts';

describe('a new id', () => {
  it('is a UUID, another each time', () => {
    const ids = Array.from({ length: 200 }, newId);
    for (const id of ids) expect(z.uuidv4().safeParse(id).success, id).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is made of nothing that a page without encryption lacks, nor is anything else', () => {
    const lacking = /\b(?:randomUUID|crypto\.subtle|navigator\.(?:clipboard|serviceWorker|locks|storage))\b(?!`)/u;
    const files = readdirSync('src/client', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.filter((name) => lacking.test(readFileSync(`src/client/${name}`, 'utf8')))).toEqual([]);
  });
});
