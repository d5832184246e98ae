import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import { type Database, database, type Transaction } from '../db.ts'
import type { FollowUpRow } from './view-of.ts'

/** More than anybody attaches to one project, or to the entries of one decision. */
const MOST = 1000

export type Published = FollowUpRow & { itemId: number | null }

/** The published follow-ups of a project and of the entries that led to it, with what they name. One query. */
export const followUpsOfProject = (
  projectId: number,
  db: Database | Transaction = database(),
): Promise<Published[]> =>
  publishedAmong(
    db,
    Prisma.sql`
    SELECT id FROM follow_up WHERE "projectId" = ${projectId}
    UNION
    SELECT f.id FROM follow_up f JOIN decision_item i ON i.id = f."itemId" WHERE i."projectId" = ${projectId} AND i."inForce"`,
  )

/** The published follow-ups of the entries of a decision that no project belongs to, with what they name. One query. */
export const followUpsOfDecision = (decisionId: number): Promise<Published[]> =>
  publishedAmong(
    database(),
    Prisma.sql`
    SELECT f.id FROM follow_up f JOIN decision_item i ON i.id = f."itemId"
    WHERE i."decisionId" = ${decisionId} AND i."projectId" IS NULL AND i."inForce"`,
  )

/**
 * Drafts and what was withdrawn are never among them, nor is who wrote what: corrections tell a role. Everything at once, for
 * the pages that show it ask much already.
 */
const publishedAmong = (db: Database | Transaction, ids: Prisma.Sql): Promise<Published[]> =>
  db.$queryRaw<Published[]>`
    SELECT f.id, f.kind::text, f."itemId", f."isExample", f.shown, f.stated,
      to_char(f."asOf", 'YYYY-MM-DD') AS "asOf",
      (extract(epoch FROM f."publishedAt") * 1000)::float8 AS "publishedAt",
      (SELECT json_build_object('token', a.token, 'name', a.name, 'mediaType', a."mediaType",
          'byteLength', a."byteLength")
        FROM attached_file a WHERE a.id = f."fileId") AS file,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'reason', c.reason, 'evidence', c.evidence,
          'by', c.actor, 'on', to_char(c.at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD'))), '[]')
        FROM correction c WHERE c."followUpId" = f.id AND c."withdrawnAt" IS NULL) AS corrections,
      (SELECT d.title FROM source_document d
        WHERE d.slug = substring(f.shown -> 'sourceUrl' ->> 'value' FROM '^/dokument/([0-9a-f]{12})$')
          AND d."undoneAt" IS NULL) AS title,
      (SELECT json_build_object('slug', d.slug, 'heading', d.heading, 'fund', d.fund, 'region', d.region,
          'county', d.county, 'partnership', d.partnership,
          'decidedOn', to_char(d."decisionDate", 'YYYY-MM-DD'))
        FROM decision d WHERE d.slug = f.shown -> 'decision' ->> 'value' AND d."inForce") AS decision
    FROM follow_up f WHERE f.id IN (${ids}) AND f.state = 'PUBLISHED' ORDER BY f.id LIMIT ${MOST}`
