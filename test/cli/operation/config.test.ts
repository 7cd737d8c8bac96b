import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { externalSignIn } from '../../../src/cli/operation/external-sign-in.ts';
import { variable, variableOf } from '../../../src/cli/operation/setting.ts';
import { serverSettings } from '../../../src/cli/operation/settings.ts';
import { Problem } from '../../../src/core/problem.ts';
import { folder, MAIN } from '../../support/cli.ts';

function config(args: readonly string[], env: Readonly<Record<string, string>>) {
  const { PATH = '', HOME = '' } = process.env;
  const run = spawnSync(process.execPath, [MAIN, 'config', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, HOME, ...env },
  });
  const lines = run.stdout.trim().split('\n');
  return {
    ...run,
    values: Object.fromEntries(lines.map((line) => [line.split(/ {2,}/u)[0], line.split(/ {2,}/u).slice(1)])),
  };
}

describe('visavis config', () => {
  it('shows each value and where it comes from, and no secret', () => {
    const { values, stdout, stderr, status } = config(
      ['--port', '9000', '--embeddings', 'http://ann:pier@localhost:11434'],
      {
        VISAVIS_PORT: '8000',
        VISAVIS_HOST: '',
        VISAVIS_PASSWORD: 'a pier of seven planks',
        VISAVIS_ALLOW_HOST: 'a.example, b.example',
        VISAVIS_FETCH_PRIVATE: 'no',
        VISAVIS_PROT: '8000',
      },
    );
    expect(status).toBe(0);
    expect(values).toMatchObject({
      port: ['9000', '--port'],
      host: ['127.0.0.1', 'default'],
      password: ['(hidden)', 'VISAVIS_PASSWORD'],
      'allow-host': ['a.example, b.example', 'VISAVIS_ALLOW_HOST'],
      'fetch-private': ['false', 'VISAVIS_FETCH_PRIVATE'],
      'backup-keep': ['14', 'default'],
    });
    expect(stdout).not.toContain('pier');
    expect(stderr).toContain('VISAVIS_PROT');
  });

  it.each([
    [{ VISAVIS_PORT: 'eighty' }, 'VISAVIS_PORT'],
    [{ VISAVIS_FETCH_PRIVATE: 'perhaps' }, 'VISAVIS_FETCH_PRIVATE'],
    [{ VISAVIS_LOG: 'xml' }, 'VISAVIS_LOG'],
    [{ VISAVIS_METRICS_LISTEN: '9464' }, 'VISAVIS_METRICS_LISTEN'],
    [{ VISAVIS_PASSWORD: 'one', VISAVIS_PASSWORD_FILE: 'two' }, 'VISAVIS_PASSWORD'],
  ])('refuses %o and names it', (env, name) => {
    const { status, stderr } = config([], env);
    expect(status).toBe(2);
    expect(stderr).toContain(name);
  });
});

describe('settings of signing in elsewhere', () => {
  const none = { signInProxy: [], emailDomain: [] };
  const openId = { ...none, openidIssuer: 'https://login.example', openidClientId: 'desk' };

  it('are taken together', () => {
    expect(externalSignIn(none, undefined)).toBeUndefined();
    expect(externalSignIn({ ...openId, emailDomain: ['@News.example'] }, 'secret')).toMatchObject({
      openId: { issuer: 'https://login.example', clientId: 'desk', clientSecret: 'secret' },
      rules: { matchesEmail: false, newRole: null, domains: ['news.example'] },
      isOnly: false,
    });
  });

  it.each([
    ['a way in', { ...none, externalSignInOnly: true }],
    ['a client', { ...none, openidIssuer: 'https://login.example' }],
    ['encryption', { ...openId, openidIssuer: 'http://login.example' }],
    ['a proxy', { ...none, signInHeader: 'X-Email' }],
    ['a header', { ...none, signInProxy: ['10.0.0.7'] }],
    ['an address', { ...none, signInHeader: 'X-Email', signInProxy: ['everybody'] }],
    ['a network that is one', { ...none, signInHeader: 'X-Email', signInProxy: ['10.0.0.0/33'] }],
  ])('are refused without %s', (_what, flags) => {
    expect(() => externalSignIn(flags, undefined)).toThrow(Problem);
  });
});

describe('docs/operation.md', () => {
  const page = readFileSync(new URL('../../../docs/operation.md', import.meta.url), 'utf8');

  it.each(serverSettings().map((one) => [one.option.name(), one] as const))('has the setting %s', (_name, one) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${one.option.flags}\``));
    expect(row).toContain(`\`${variableOf(one)}\``);
    if (one.secret !== null) expect(row).toContain(`\`${variable(one.secret)}\``);
    const { defaultValue } = one.option;
    if (typeof defaultValue === 'number' || (typeof defaultValue === 'string' && one.option.name() !== 'db'))
      expect(row).toContain(`\`${defaultValue}\``);
  });
});
