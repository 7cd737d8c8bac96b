import { createHash, randomBytes } from 'node:crypto';
import { msg } from '../../core/message.ts';
import { Problem } from '../../core/problem.ts';

/** The least number of characters in a password that cannot be guessed within the attempts allowed. */
const MIN_PASSWORD_LENGTH = 12;

/** argon2id as OWASP's Password Storage Cheat Sheet has it: 19 MiB, two passes, one lane; some 30 ms. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The hash of a new password.
 * @param known what others may know of the person, which is no password
 * @throws Problem `bad-request` where it is too short or known
 */
export async function hashPassword(password: string, known: readonly string[]): Promise<string> {
  checkPassword(password, known);
  const { hash } = await argon2();
  return hash(asTyped(password), ARGON2);
}

/** Whether it is the password of this hash. An empty hash is nobody's, which takes as long to find out. */
export async function isPassword(hash: string, password: string): Promise<boolean> {
  const { verify } = await argon2();
  const other = await nobodys();
  const isRight = await verify(hash || other, asTyped(password));
  return hash !== '' && isRight;
}

/** The hash of a password that nobody knows. */
async function nobodys(): Promise<string> {
  nobodysHash ??= argon2().then(({ hash }) => hash(randomBytes(32), ARGON2));
  return nobodysHash;
}

let nobodysHash: Promise<string> | undefined;

/** Loaded where there are accounts: a single user needs none of it. */
function argon2() {
  return import('@node-rs/argon2');
}

/** The same letters, however a keyboard makes them (NIST SP 800-63B, 3.1.1.2). */
function asTyped(password: string): string {
  return password.normalize('NFKC');
}

function checkPassword(password: string, known: readonly string[]): void {
  if ([...asTyped(password)].length < MIN_PASSWORD_LENGTH) {
    throw new Problem(
      'bad-request',
      msg('The password has fewer than {least} characters.', { least: MIN_PASSWORD_LENGTH }),
      '',
      'Take a longer one, such as a few words.',
    );
  }
  const plain = password.trim().toLowerCase();
  if (known.some((word) => word.toLowerCase() === plain) || new Set(plain).size < 4) {
    throw new Problem('bad-request', 'This password is easy to guess.', '', 'Take another one, such as a few words.');
  }
}

/** A secret of 256 bits, for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of it. It is too long to be guessed, so one plain pass is enough. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
