import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/**
 * Loaded into a server: tells its heap after garbage was collected, and the longest that its own thread was at one thing
 * in CPU time, which does not grow while others have the core (proc(5), schedstat, in ns).
 */
const PROBE = `
import { readFileSync, writeFileSync } from 'node:fs';
const used = () => Number(readFileSync('/proc/self/task/' + process.pid + '/schedstat', 'utf8').split(' ')[0]) / 1e6;
let [last, longest] = [used(), 0];
setInterval(() => {
  const now = used();
  longest = Math.max(longest, now - last);
  last = now;
}, 5).unref();
process.on('message', (asked) => {
  if (asked === 'turn') {
    process.send({ turn: longest });
    longest = 0;
    return;
  }
  for (let i = 0; i < 3; i++) globalThis.gc();
  process.send(process.memoryUsage());
});
process.channel.unref();
`;

const running = new Set();
/** Ends what was started, however the check itself ends. */
export function endAll() {
  for (const child of running) child.kill('SIGKILL');
}

function started(args, options) {
  const child = spawn(process.execPath, args, options);
  running.add(child);
  const ended = new Promise((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    }),
  );
  return { child, ended };
}

/**
 * Starts `visavis serve` over a database, on a free port.
 * @param flags of Node, such as those of its profiler
 * @returns its address, and what it can be asked for; memory in bytes and turns in ms only on Linux
 */
export async function serve(database, flags = []) {
  const probe = `data:text/javascript,${encodeURIComponent(PROBE)}`;
  const { child, ended } = started(
    [...flags, '--expose-gc', '--import', probe, MAIN, 'serve', '--port', '0', '--db', database],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const address = /http:\/\/\S+?(?=\/\s)/u.exec(String(chunk))?.[0];
      if (address) resolve(address);
    });
    void ended.then(({ code, signal }) => reject(new Error(`The server ended with ${signal ?? code}. ${said}`)));
  });
  const ask = (what) =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send(what);
    });
  return {
    url,
    ended,
    said: () => said,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: () => child.kill('SIGKILL'),
    memory: () => ask('memory'),
    turn: async () => (await ask('turn')).turn,
    rss: () => numberIn(child, 'VmRSS'),
    /** Seconds of CPU that it has used, all threads together. */
    cpu: () => secondsIn(child),
    /** What it held at most since it was asked last (proc(5), clear_refs). */
    peak() {
      const most = numberIn(child, 'VmHWM');
      try {
        writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
      } catch {
        // It is gone.
      }
      return most;
    },
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
      const end = await ended;
      clearTimeout(late);
      return end;
    },
  };
}

/** Ticks of a second in /proc (USER_HZ, 100 on every Linux that Node runs on). */
const TICKS = 100;

function secondsIn(child) {
  try {
    const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(/\) (?=[A-Z] )/u);
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return (user + system) / TICKS;
  } catch {
    return Number.NaN;
  }
}

/** In MB, from /proc. */
function numberIn(child, name) {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}

/** Starts a command of the program. `done` answers with its exit code or signal, and what it printed. */
export function command(args, cwd) {
  const { child, ended } = started([MAIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    child[name].on('data', (chunk) => {
      printed[name] += chunk;
    });
  return { kill: () => child.kill('SIGKILL'), done: ended.then((end) => ({ ...end, ...printed })) };
}
