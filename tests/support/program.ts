import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface ProgramOptions {
  env?: Record<string, string | undefined>;
  /** True: what it prints goes straight to the terminal, and is not kept. */
  loud?: boolean;
  /** Ends it after so long; its status is then 1. */
  timeLimitMs?: number;
  /** Ends it, and whatever it started, when aborted. */
  signal?: AbortSignal;
}

export interface Finished {
  status: number;
  output: string;
}

const graceMs = 8000;

/** Signals a program and all that it started: it leads a group of its own. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Runs a program to its end. One that can't be started counts as failed, and says why in its output. */
export async function runProgram(
  command: string,
  args: string[],
  options: ProgramOptions = {},
): Promise<Finished> {
  const child = spawn(command, args, {
    env: { ...process.env, ...options.env },
    stdio: options.loud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be ended with its children.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  let force: NodeJS.Timeout | undefined;
  const end = () => {
    // As Ctrl-C does, which the test runners know best; by force if they do not obey.
    signalGroup(child.pid, 'SIGINT');
    force = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs);
  };
  const timer = options.timeLimitMs ? setTimeout(end, options.timeLimitMs) : undefined;
  options.signal?.addEventListener('abort', end);
  if (options.signal?.aborted) end();
  try {
    const [code] = await once(child, 'close');
    return { status: typeof code === 'number' ? code : 1, output };
  } catch (error) {
    return { status: 1, output: `${output}${command}: ${(error as Error).message}\n` };
  } finally {
    clearTimeout(timer);
    clearTimeout(force);
    options.signal?.removeEventListener('abort', end);
  }
}
