import { addAccount } from '#dist/app/accounts/accounts.js';
import { COMMAND_LINE } from '#dist/app/accounts/actor.js';
import { setPasswordByLink } from '#dist/app/accounts/password-links.js';
import { importMemory } from '#dist/app/import/import-memory.js';
import { openApp } from '#dist/app/open-app.js';

const PASSWORD = 'seven planks of a pier';

/**
 * Makes the database of a desk.
 * @param texts memories as TMX, a bitext each
 * @param people as { email, name, roles }
 * @returns the numbers of the bitexts
 */
export async function makeDesk(database, texts, people) {
  const app = await openApp({ database });
  try {
    const bitexts = [];
    for (const [k, text] of texts.entries()) {
      bitexts.push((await importMemory(app, { name: 'a.tmx', title: `text ${k}`, pieces: piecesOf(text) })).id);
    }
    for (const person of people) {
      const { token } = await addAccount(app, person, COMMAND_LINE);
      await setPasswordByLink(app, token, PASSWORD, { device: 'made', address: '' });
    }
    return bitexts;
  } finally {
    await app.close();
  }
}

async function* piecesOf(text) {
  yield new TextEncoder().encode(text);
}

/** Signs somebody in as the page does. @returns the cookie of the session */
export async function signIn(url, email) {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { accept: 'text/html', origin: url },
    body: new URLSearchParams({ email, password: PASSWORD, to: '/' }),
    redirect: 'manual',
  });
  const [cookie = ''] = answer.headers.getSetCookie();
  if (answer.status !== 303 || !cookie) throw new Error(`${email} was not signed in: ${answer.status}`);
  return cookie.split(';')[0];
}
