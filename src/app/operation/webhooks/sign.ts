import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret as standard-webhooks writes one: 32 random bytes. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/** What is signed: the event's name, when it is sent (seconds since 1970), and the body as it is sent. */
export interface Signed {
  readonly name: string;
  readonly time: number;
  readonly body: string;
}

/**
 * The headers of a message as https://www.standardwebhooks.com has them (HMAC-SHA-256 of "id.timestamp.body"), with a signature by each
 * of the secrets.
 */
export function signatureHeaders({ name, time, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${name}.${time}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': name, 'webhook-timestamp': String(time), 'webhook-signature': signatures.join(' ') };
}
