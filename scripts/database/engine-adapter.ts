// Prisma's adapter for `pg`, mended in two places so that the schema engine can work through it.

import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'

// PostgreSQL's numbers for its internal type "char" and for text.
const INTERNAL_CHAR = 18
const TEXT = 25

/**
 * 1. The adapter cuts a script at every semicolon, those in functions and comments too, and runs the pieces one by
 *    one. Here a script is sent as it is, and PostgreSQL runs it in one transaction.
 * 2. The engine asks the system tables for values of the type "char", and the adapter does not know that type.
 */
export class EngineAdapter extends PrismaPg {
  private readonly pool: CharPool
  private readonly onScriptError: (error: unknown) => void

  /** @param onScriptError gets PostgreSQL's own error if a script fails; the engine passes on little of it */
  constructor(pool: CharPool, onScriptError: (error: unknown) => void) {
    super(pool)
    this.pool = pool
    this.onScriptError = onScriptError
  }

  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.executeScript = (script) => this.runScript(script)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      for (const column of this.pool.charColumns) result.columnTypes[column] = ColumnTypeEnum.Character
      return result
    }
    return adapter
  }

  private async runScript(script: string): Promise<void> {
    try {
      await this.pool.query(script)
    } catch (error) {
      this.onScriptError(error)
      throw error instanceof pg.DatabaseError ? asAdapterError(error) : error
    }
  }
}

/** Passes "char" off as text, and remembers which columns of the last result were of it. */
export class CharPool extends pg.Pool {
  charColumns: number[] = []

  constructor(url: string) {
    // One connection, because the engine's lock belongs to the session that it was taken in.
    super({ connectionString: url, max: 1 })
    this.on('error', () => {})
    const query = async (...args: unknown[]) => {
      const result = await Reflect.apply(pg.Pool.prototype.query, this, args)
      this.charColumns = disguise(result.fields ?? [])
      return result
    }
    Object.assign(this, { query })
  }
}

function disguise(fields: pg.FieldDef[]): number[] {
  const columns = [...fields.keys()].filter((column) => fields[column]?.dataTypeID === INTERNAL_CHAR)
  for (const field of fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = TEXT
  return columns
}

const asAdapterError = ({ code = '', severity = 'ERROR', message, detail, column, hint }: pg.DatabaseError) =>
  new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
