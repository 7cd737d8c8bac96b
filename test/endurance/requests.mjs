const JSON_OR_PAGE = { accept: 'text/html' };

/** How often a page was asked for again since its connection was closed, and how many forms got no answer. */
export const connections = { askedAgain: 0, unanswered: 0 };

/** Whether an error of `fetch` says that the connection was closed while it was used. */
export function isClosed(error) {
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(error.cause?.code);
}

/** Sends a form as a page without script does. @returns status, place it leads to, and text */
export async function postForm(url, path, fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, String(one));
  return answered(await fetch(`${url}${path}`, { method: 'POST', headers: JSON_OR_PAGE, body, redirect: 'manual' }));
}

/** Sends a form with files. @param files as [field, name, bytes or text] */
export async function postFiles(url, path, files, fields = {}, signal = undefined) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, String(one));
  for (const [field, name, content] of files) body.append(field, new Blob([content]), name);
  const options = { method: 'POST', headers: JSON_OR_PAGE, body, redirect: 'manual', signal };
  return answered(await fetch(`${url}${path}`, options));
}

/** Asks for a page; once more where the connection was closed meanwhile, as browsers do. */
export function getPage(url, path, headers = JSON_OR_PAGE) {
  return asked(async () => answered(await fetch(`${url}${path}`, { headers, redirect: 'manual' })));
}

/** Does what only reads, and does it once more where the connection was closed meanwhile. */
export async function asked(read) {
  try {
    return await read();
  } catch (error) {
    if (!isClosed(error)) throw error;
    connections.askedAgain += 1;
    return read();
  }
}

async function answered(answer) {
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
}

/** The number at the end of the address that an answer leads to. */
export function numberIn({ status, location, text }) {
  const number = /\/(\d+)(?:[?#]|$)/u.exec(location)?.[1];
  if (number === undefined) throw new Error(`${status} leads nowhere: ${wordsOf(text)}`);
  return Number(number);
}

/** What a page says, without its marks. */
export function wordsOf(html) {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/gu, ' ')
    .replace(/^[\s\S]*<main/u, '<main')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 400);
}

/** The value of a hidden field. */
export function hiddenIn(html, name) {
  return new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '';
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
