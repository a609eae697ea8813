import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// A newer Prisma may write its client in another way: then lib/server/generated.mjs has to learn it.
test('the compiler of queries is read from a file of bytes, not kept in memory as text', () => {
  const client = readFileSync('prisma/generated/internal/class.ts', 'utf8');
  expect(client).toContain("readFile('prisma/generated/query-compiler.wasm')");
  expect(client).not.toContain('wasm-base64');
  expect(WebAssembly.validate(readFileSync('prisma/generated/query-compiler.wasm'))).toBe(true);
});
