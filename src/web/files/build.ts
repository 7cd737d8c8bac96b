import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NextFunction, Request, Response } from 'express';

const ROOT = new URL('../../../', import.meta.url);

/** Where files of the program are that pages ask for. */
const FOLDERS = ['assets/', 'data/messages/', 'dist/client/', 'dist/core/'];

/** A year, in seconds. */
const LONG = 365 * 24 * 60 * 60;

let known: string | null = null;

/**
 * The address of a file of the program within this build of it: it changes with any of them, so a browser keeps what it has and asks
 * for nothing twice ([decision 50](../../../docs/decisions/0050-addresses-of-a-build.md)).
 * @param address such as "/assets/style.css"
 */
export function inBuild(address: string): string {
  return `/v/${build()}${address}`;
}

/** Answers an address within a build as the one without it; what is asked for of another build is not kept. */
export function withinBuild(request: Request, response: Response, next: NextFunction): void {
  const [, name, address] = /^\/v\/([\da-f]+)(\/(?:assets|client|core|messages)\/.*)$/u.exec(request.url) ?? [];
  if (address !== undefined) {
    request.url = address;
    response.locals['isOfBuild'] = name === build();
  }
  next();
}

/** Lets a browser keep a file that was asked for by its address in this build. */
export function keepLong(response: Response): void {
  if (response.locals['isOfBuild']) response.setHeader('Cache-Control', `private, max-age=${LONG}, immutable`);
}

/** The name of this build of the program: another one has other files. */
export function build(): string {
  known ??= nameOfBuild();
  return known;
}

function nameOfBuild(): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(folder, ROOT));
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(?:css|js|json|svg)$/u.test(name)) continue;
      const { size, mtimeMs } = statSync(`${path}${name}`);
      hash.update(`${folder}${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
