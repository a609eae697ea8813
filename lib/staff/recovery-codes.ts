import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for each other on paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const howMany = 10;
const half = 5;

const someLetters = () => Array.from({ length: half }, () => letters[randomInt(letters.length)]).join('');

/** Ten codes such as "k7m2q-x9fdp", each good for one sign-in without the authenticator app. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => `${someLetters()}-${someLetters()}`);
}

/** A recovery code as it was made, however somebody typed it: "K7M2Q X9FDP" → "k7m2q-x9fdp". */
export function tidyRecoveryCode(typed: string): string {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return `${plain.slice(0, half)}-${plain.slice(half)}`;
}
