// For the Prisma CLI. The database is the one that DATABASE_URL names; Fondspår's own scripts find it by themselves.

import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // A command that needs no database must not fail for want of one.
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
