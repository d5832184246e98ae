// Prisma's schema engine as WebAssembly. The Prisma CLI would download the same engine as a program.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm'
import { Failure, messageOf } from '../failure.ts'
import { ROOT } from './embedded.ts'
import { CharPool, EngineAdapter } from './engine-adapter.ts'

export const SCHEMA = join(ROOT, 'prisma', 'schema.prisma')
export const MIGRATIONS = join(ROOT, 'prisma', 'migrations')

export const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] }

/**
 * Does work with the engine on a database.
 * @param onScriptError gets PostgreSQL's own error if a script fails; the engine passes on little of it
 */
export async function withEngine<Value>(
  url: string,
  work: (engine: SchemaEngine) => Promise<Value>,
  onScriptError: (error: unknown) => void = () => {},
): Promise<Value> {
  loading ??= loadModule()
  const { SchemaEngine } = await loading
  const pool = new CharPool(url)
  const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool, onScriptError))
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, factory)
  try {
    return await work(engine)
  } finally {
    engine.free()
    await pool.end()
  }
}

// Once: the glue remembers the memory of the first instance that it was given.
let loading: ReturnType<typeof loadModule> | undefined

/** The package's own entry is for bundlers: node cannot import a `.wasm` that imports its JavaScript back. */
async function loadModule(): Promise<typeof import('@prisma/schema-engine-wasm')> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  // Where the engine puts the message of a panic before it dies of it.
  const panics = {
    set_message: (message: string) => {
      throw new Error(message)
    },
  }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': { ...glue, ...unrefTimers(glue) },
  })
  glue.__wbg_set_wasm(instance.exports)
  if (typeof instance.exports.__wbindgen_start === 'function') instance.exports.__wbindgen_start()
  return glue
}

/** The engine never takes back its timer of ten seconds for its lock; this lets the process end before. */
function unrefTimers(glue: object): WebAssembly.ModuleImports {
  const names = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout_'))
  const start = (work: () => void, delayMs: number) => setTimeout(work, delayMs).unref()
  return Object.fromEntries(names.map((name) => [name, start]))
}

/** The migrations in a folder as the engine wants them, oldest first. */
export function listMigrations(folder: string): MigrationList {
  const lockfile = join(folder, 'migration_lock.toml')
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readMigration(folder, name) } },
    })),
  }
}

export const migrationNames = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => existsSync(join(folder, name, 'migration.sql')))
        .sort()
    : []

export const readMigration = (folder: string, name: string): string =>
  readFileSync(join(folder, name, 'migration.sql'), 'utf8')

/**
 * The SQL that brings a database up to a schema, or undefined if there is nothing to bring.
 * @param schema the text of a schema.prisma
 * @throws {Failure} with what the engine says of a schema that it cannot read
 */
export function difference(url: string, schema: string): Promise<string | undefined> {
  const files = [{ path: SCHEMA, content: schema }]
  return withEngine(url, async (engine) => {
    const from = { tag: 'schemaDatasource', files, configDir: ROOT } as const
    const to = { tag: 'schemaDatamodel', files } as const
    const params = { from, to, shadowDatabaseUrl: null, script: true, exitCode: true, filters: NO_FILTER }
    const { exitCode, stdout } = await engine.diff(params).catch((error) => {
      throw new Failure(`Prisma cannot compare the schema with the database: ${messageOf(error)}`)
    })
    return exitCode === 0 ? undefined : (stdout ?? '')
  })
}
