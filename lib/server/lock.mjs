// Plain JavaScript for any Node from 20 on: the launcher needs it before anything is installed.
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {{ pid: number, born: string, doing: string }} Holder  who holds a lock, and what for
 */

/**
 * When a process was born, in the system's own clock ticks: tells a process from a later one with the same number.
 * Empty where the system has no /proc; the number alone must do there.
 * @param {number} pid
 */
function bornAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} path
 * @returns {Holder | null}
 */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * The live process that holds the lock, or null: a lock left behind by a killed process holds nothing.
 * @param {string} path
 * @returns {Holder | null}
 */
export function lockHolder(path) {
  const holder = readHolder(path);
  if (!holder || !isAlive(holder.pid)) return null;
  return holder.born === bornAt(holder.pid) ? holder : null;
}

/**
 * Takes the lock at `path` for this process.
 * @param {string} path  a file that need not exist; its folder is made
 * @param {string} doing  what this process does, in words a second starter is shown
 * @returns {{ release: () => void } | { holder: Holder }}  the lock, or who has it
 */
export function takeLock(path, doing) {
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, JSON.stringify({ pid: process.pid, born: bornAt(process.pid), doing }));
      closeSync(file);
      return { release: () => unlinkOwn(path) };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = lockHolder(path);
    if (holder) return { holder };
    // A file just opened and not yet written looks like a stale one: give its owner a moment.
    if (!readHolder(path) && attempt < 20) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
    else setAside(path);
  }
}

/** @param {string} path */
function unlinkOwn(path) {
  if (readHolder(path)?.pid === process.pid) unlinkSync(path);
}

/**
 * Moves a stale lock away. Of two processes that find it, one wins the rename and the other tries anew.
 * @param {string} path
 */
function setAside(path) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    unlinkSync(aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
}
