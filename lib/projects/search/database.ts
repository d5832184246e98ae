import type { PrismaClient } from '../../../prisma/generated/client.ts'

/** What the search needs of a database or a transaction. */
export type Queries = Pick<PrismaClient, '$queryRaw'>
/** What the upkeep of the search's own tables needs. */
export type Commands = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>
