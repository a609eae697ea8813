// Plain JavaScript for any Node from 20 on: the launcher needs it before anything is installed.
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {{ pid: number, born: string, doing: string }} Holder  who holds a lock, and what for
 */

/**
 * What the system's /proc says of a process: its state's letter and when it was born, in the system's own clock
 * ticks. Both are empty where there is no /proc; the number alone must do there.
 * @param {number} pid
 */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', born: fields[19] ?? '' };
  } catch {
    return { state: '', born: '' };
  }
}

/**
 * Whether a process lives. One that has ended and whose parent did not ask how (a container's first process often
 * does not) keeps its number and is dead all the same.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return statOf(pid).state !== 'Z';
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
  return holder.born === statOf(holder.pid).born ? holder : null;
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Makes a file that must not exist yet.
 * @param {string} path
 * @param {string} text
 */
function makeFile(path, text) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, text);
    closeSync(file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/**
 * Takes the lock at `path` for this process.
 * @param {string} path  a file that need not exist; its folder is made
 * @param {string} doing  what this process does, in words a second starter is shown
 * @returns {{ release: () => void } | { holder: Holder }}  the lock, or who has it
 */
export function takeLock(path, doing) {
  mkdirSync(dirname(path), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, born: statOf(process.pid).born, doing });
  for (let attempt = 0; ; attempt++) {
    if (makeFile(path, own)) break;
    const found = readText(path);
    const holder = lockHolder(path);
    if (holder) return { holder };
    // A file just opened and not yet written looks like a stale one: give its owner a moment.
    const isWhole = readHolder(path) !== null;
    if (found !== null && (isWhole || attempt >= 20) && takeOver(path, found, own)) break;
    pause(25);
  }
  return { release: () => unlinkOwn(path) };
}

/** @param {string} path */
function unlinkOwn(path) {
  if (readHolder(path)?.pid === process.pid) unlinkSync(path);
}

/**
 * Puts our lock in a stale one's place. Only who holds the token may, and only while the stale one is still there:
 * of any number that find it, one takes it, and none throws out the one that just did.
 * @param {string} path
 * @param {string} stale  the lock file's text as it was found
 * @param {string} own  the text to put there
 */
function takeOver(path, stale, own) {
  const token = `${path}.takeover`;
  if (!makeFile(token, own)) {
    dropOldToken(token);
    return false;
  }
  try {
    if (readText(path) !== stale) return false;
    const next = `${path}.${process.pid}`;
    writeFileSync(next, own);
    renameSync(next, path);
    return true;
  } finally {
    rmSync(token, { force: true });
  }
}

/**
 * A token is held for a millisecond; one of ten seconds was left behind by a process killed at that moment.
 * @param {string} token
 */
function dropOldToken(token) {
  try {
    if (Date.now() - statSync(token).mtimeMs > 10_000) rmSync(token, { force: true });
  } catch {
    // It is gone already.
  }
}
