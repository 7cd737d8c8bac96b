import { Option } from 'commander';
import { VERSION } from '../../core/formats/tmx.ts';
import { msg, verbatim, wordsOf } from '../../core/message.ts';
import { Problem, type ProblemCode } from '../../core/problem.ts';
import { connect, Refused, type VisavisClient } from '../../remote/client.ts';
import { readInput } from '../files.ts';

/** The server whose library is worked on, and by what it lets one in. */
export interface ServerFlags {
  readonly server?: string | undefined;
  readonly tokenFile?: string | undefined;
}

/** What every command takes that works on a library. */
export function serverOptions(): readonly [server: Option, token: Option] {
  return [
    new Option('--server <url>', 'work on the library of a server and not on a database').conflicts('db'),
    new Option(
      '--token-file <file>',
      'file whose first line is a token of the server, or its password; the variables VISAVIS_TOKEN and VISAVIS_TOKEN_FILE serve as well',
    ),
  ];
}

/**
 * Does work on the library of a server.
 * @throws Problem where the server is not reached, is of another version or refuses something
 */
export async function withServer(
  server: string,
  { tokenFile = process.env['VISAVIS_TOKEN_FILE'] }: ServerFlags,
  work: (client: VisavisClient) => Promise<void>,
): Promise<void> {
  if (!/^https?:\/\//u.test(server) || !URL.canParse(server)) {
    throw new Problem(
      'bad-request',
      msg('“{server}” is not the address of a server.', { server }),
      '',
      'Write it as https://news.example.',
    );
  }
  const token = tokenFile ? await firstLine(tokenFile) : process.env['VISAVIS_TOKEN'];
  try {
    await requireVersion(server, token);
    await work(connect({ server, token }));
  } catch (error) {
    throw problemOf(error, server);
  }
}

async function firstLine(file: string): Promise<string> {
  const { bytes } = await readInput(file);
  return new TextDecoder().decode(bytes).split(/\r?\n/u, 1)[0]!.trim();
}

/** The document of the API says of which version the server is. */
async function requireVersion(server: string, token: string | undefined): Promise<void> {
  const address = `${server.replace(/\/+$/u, '')}/api/openapi.json`;
  const response = await fetch(address, {
    headers: { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    redirect: 'manual',
  });
  if (response.status === 401 || response.status === 403) throw new Refused(response.status, null);
  const document: unknown = response.ok ? await response.json().catch(() => null) : null;
  const version = versionIn(document);
  if (version === null) {
    throw new Problem(
      'page-unavailable',
      msg('{server} is no server of Vis-à-vis.', { server }),
      msg('It answers {status} where its API should be.', { status: String(response.status) }),
      'Check the address.',
    );
  }
  if (series(version) === series(VERSION)) return;
  throw new Problem(
    'bad-request',
    'The server is of another version.',
    msg('It is of {theirs}, this program of {ours}.', { theirs: version, ours: VERSION }),
    'Install the version of the server.',
  );
}

function versionIn(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('info' in document)) return null;
  const { info } = document;
  return typeof info === 'object' && info !== null && 'version' in info ? String(info.version) : null;
}

/** Versions of one series understand each other: 0.2.0 and 0.2.7. */
function series(version: string): string {
  return version.split('.', 2).join('.');
}

const CODES: Readonly<Record<number, ProblemCode>> = {
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  422: 'bad-input',
  429: 'too-many-requests',
};

function problemOf(error: unknown, server: string): unknown {
  if (error instanceof Refused) {
    if (error.status === 401) {
      return new Problem(
        'not-signed-in',
        msg('{server} does not know this token.', { server }),
        '',
        'Make a token on its page “My account”, or by visavis user token, and name its file with --token-file.',
      );
    }
    const { problem, status } = error;
    const code = CODES[status] ?? (status >= 500 ? 'page-unavailable' : 'bad-request');
    if (!problem) return new Problem(code, msg('{server} refuses this.', { server }), verbatim(error.message));
    return new Problem(code, verbatim(problem.title), verbatim(problem.detail), verbatim(problem.hint));
  }
  // What fetch throws where no connection comes about.
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return new Problem(
      'page-unavailable',
      msg('{server} is not reached.', { server }),
      wordsOf(error.cause ?? error),
      'Check the address, and whether the server runs.',
    );
  }
  return error;
}

/** @throws Problem `bad-request` that names what was asked for and takes the database itself */
export function refuseLocal(flags: Readonly<Record<string, unknown>>): void {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined && value !== false);
  if (given.length === 0) return;
  throw new Problem(
    'bad-request',
    'This is not possible on a server.',
    msg('{flags}', { flags: given.map(([name]) => verbatim(name)) }),
    'Do it on the page, or on the machine of the server with --db.',
  );
}
