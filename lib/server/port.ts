import { createServer, type Server } from 'node:net';
import type { Env } from '#lib/site/env.ts';
import { StartProblem } from './problem.ts';

/**
 * Listens where the environment says.
 * @throws StartProblem with one clear sentence if that can't be
 */
export async function listen(server: Server, env: Env): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(env.port, env.host, done);
  }).catch((error: NodeJS.ErrnoException) => {
    throw portProblem(error, env);
  });
}

function portProblem(error: NodeJS.ErrnoException, env: Env): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartProblem(
      `Port ${env.port} on ${env.host} is taken by another program. Stop that one, or choose another: PORT=${env.port + 1} npm start`,
    );
  }
  if (error.code === 'EACCES')
    return new StartProblem(`Port ${env.port} may not be used by this user. Choose one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartProblem(
      `HOST=${env.host} is no address of this machine. 127.0.0.1 serves this machine, 0.0.0.0 the network.`,
    );
  }
  return error;
}

/**
 * Finds out before any work is done whether the address can be served from.
 * @throws StartProblem if not
 */
export async function checkPort(env: Env): Promise<void> {
  const probe = createServer();
  await listen(probe, env);
  await new Promise((done) => probe.close(done));
}
