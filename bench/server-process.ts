import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, and what it costs. */
export interface ServerProcess {
  readonly url: string;
  /** Seconds of CPU that it has used, all threads together. */
  cpu(): number;
  /** The longest that its own thread was at one thing since it was asked last, in ms of CPU, whatever else the machine does. */
  turn(): Promise<number>;
  /** MB that it held at most since it was asked last. */
  peak(): number;
  /** Whether it still runs. */
  alive(): boolean;
  stop(): Promise<void>;
}

/** Ticks of a second in /proc (USER_HZ, 100 on every Linux that Node runs on). */
const TICKS = 100;

/**
 * Loaded into the server: between two ticks of a timer its thread does one thing or several; the CPU time that the
 * system counts for the thread (proc(5), schedstat, in ns) does not grow while others have the core.
 */
const PROBE = `
import { readFileSync } from 'node:fs';
const used = () => Number(readFileSync('/proc/self/task/' + process.pid + '/schedstat', 'utf8').split(' ')[0]) / 1e6;
let [last, longest] = [used(), 0];
setInterval(() => {
  const now = used();
  longest = Math.max(longest, now - last);
  last = now;
}, 5).unref();
process.on('message', () => {
  process.send(longest);
  longest = 0;
});
process.channel.unref();
`;

/** Starts `visavis serve` over a database. CPU and memory are read from /proc, so on Linux alone. */
export async function startServer(database: string): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('../cli/main.js', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(PROBE)}`, main, 'serve', '--port', '0', '--db', database],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const url = await addressOf(child);
  const proc = `/proc/${child.pid}`;
  return {
    url,
    cpu() {
      const fields = readFileSync(`${proc}/stat`, 'utf8')
        .replace(/^.*\) /su, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS;
    },
    turn() {
      return new Promise((resolve) => {
        child.once('message', (longest) => resolve(Number(longest)));
        child.send('turn');
      });
    },
    peak() {
      const most = Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1]) / 1024;
      // Forgets the peak (proc(5), clear_refs).
      writeFileSync(`${proc}/clear_refs`, '5');
      return most;
    },
    alive: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString();
      const url = /http:\/\/\S+\//u.exec(said)?.[0];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}. ${said}`)));
  });
}
