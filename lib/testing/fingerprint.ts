// What a database holds, as a few letters: for tests that see to it that nothing was written.

/** The tables that count. Not those that tell of tries and of words to search by, which are kept apart from any act. */
export const COUNTED_TABLES = `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
  AND tablename NOT IN ('login_attempt', 'search_word', '_prisma_migrations') ORDER BY 1`

/**
 * One statement, so that all is seen at one moment: a row for each table with a sum over which version of which row stands
 * where. Of a session not when it was last seen.
 */
export const fingerprintQuery = (tables: readonly { name: string }[]): string =>
  // PostgreSQL may look at several tables at once, and give them as they are done.
  `SELECT * FROM (${tables
    .map(({ name }) =>
      name === 'session'
        ? `SELECT 'session' AS name, md5(string_agg((to_jsonb(t) - 'lastSeenAt')::text, '' ORDER BY id)) AS sum FROM session t`
        : `SELECT '${name}' AS name, md5(string_agg(ctid::text || xmin::text, '' ORDER BY ctid)) AS sum FROM "${name}"`,
    )
    .join(' UNION ALL ')}) AS sums ORDER BY name`
