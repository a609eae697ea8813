import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Prisma's adapter cuts a script at each semicolon and runs the pieces one by one, which breaks functions and leaves
 * half a migration after an error. Sent whole, PostgreSQL runs it as one transaction.
 */
class WholeScripts extends PrismaPg {
  readonly #open: { dispose: () => Promise<void> }[] = [];
  /** What PostgreSQL said when a script failed; the engine passes on no more than that it did. */
  refusal: Error | null = null;

  override async connect() {
    const adapter = await super.connect();
    this.#open.push(adapter);
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.refusal = error instanceof Error ? error : new Error(String(error));
        throw error;
      }
    };
    return adapter;
  }

  /** Closes the connections; left open, they would keep the process waiting for them to grow old. */
  async disposeAll(): Promise<void> {
    await Promise.all(this.#open.map((adapter) => adapter.dispose()));
  }
}

export interface OpenEngine {
  engine: engineModule.SchemaEngine;
  /** What PostgreSQL said of the script that failed last. */
  refusal: () => Error | null;
  close: () => Promise<void>;
}

let loaded = false;

/** Loads the WebAssembly once a process: its JavaScript half keeps one instance's memory and breaks with a second. */
function loadEngine(): void {
  if (loaded) return;
  const require = createRequire(import.meta.url);
  const wasm = join(
    require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
    '..',
    'schema_engine_bg.wasm',
  );
  const module = new WebAssembly.Module(readFileSync(wasm));
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  loaded = true;
}

/** Prisma's schema engine, its WebAssembly build, on one database. The caller closes it. */
export async function openSchemaEngine(databaseUrl: string): Promise<OpenEngine> {
  loadEngine();
  const adapter = new WholeScripts({ connectionString: databaseUrl });
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const datamodels: [string, string][] = [['schema.prisma', schema]];
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await engineModule.SchemaEngine.new({ datamodels }, () => {}, bound);
  const close = async () => {
    engine.free();
    await adapter.disposeAll();
  };
  return { engine, refusal: () => adapter.refusal, close };
}
