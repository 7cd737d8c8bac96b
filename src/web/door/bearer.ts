import type { Request } from 'express';

/** What a program shows to be let in, "Authorization: Bearer …"; undefined where it shows nothing. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer +(\S.*)$/iu.exec(request.headers.authorization ?? '')?.[1];
}
