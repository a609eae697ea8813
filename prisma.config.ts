import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// `prisma generate` needs no native engine but looks for one; any existing file satisfies it. Migrations are
// applied by the WebAssembly build of the same engine (lib/server/schema-engine.ts), so none is ever downloaded.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(import.meta.url);

export default defineConfig({ schema: 'prisma/schema.prisma' });
