-- What "all changes" tells, newest first, without what an import brought for the first time: after a large import that is
-- nearly all of the trace. The condition is the one of lib/history/queries.ts.
CREATE INDEX "change_told_idx" ON "change" ("id")
  WHERE NOT ("importId" IS NOT NULL AND "action" IN ('created', 'linked'));
