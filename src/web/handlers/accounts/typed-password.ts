import { Problem } from '../../../core/problem.ts';

/** A password that was typed twice. @throws Problem `bad-request` where they differ */
export function sameTwice({ password, again }: { readonly password: string; readonly again: string }): string {
  if (password === again) return password;
  throw new Problem('bad-request', 'The two passwords are not the same.', '', 'Type the same password twice.');
}
