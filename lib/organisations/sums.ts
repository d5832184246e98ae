import 'server-only'
import type { Transaction } from '../db.ts'

/** Counts anew what organisations take part in; all of them where no ids are given. Returns how many were wrong. */
export function refreshSums(tx: Transaction, ids: readonly number[] | null): Promise<number> {
  return tx.$executeRaw`
    UPDATE organisation o SET owned = s.owned, granted = s.granted, applied = s.applied, partner = s.partner,
      -- Whom an import brought that was taken back is there again when something names it.
      "inForce" = o."inForce" OR s.owned + s.applied + s.partner > 0
    FROM (
      SELECT o.id, coalesce(p.owned, 0) AS owned, coalesce(p.granted, 0) AS granted,
        coalesce(i.applied, 0) AS applied, coalesce(i.partner, 0) AS partner
      FROM organisation o
      LEFT JOIN (SELECT "ownerId", count(*) AS owned, sum("grantedSupport") AS granted FROM project
        WHERE ${ids}::int[] IS NULL OR "ownerId" = ANY(${ids}::int[]) GROUP BY 1) p ON p."ownerId" = o.id
      LEFT JOIN (SELECT "organisationId", count(*) FILTER (WHERE role = 'APPLICANT') AS applied,
          count(*) FILTER (WHERE role = 'PARTNER') AS partner FROM participation
        JOIN decision_item d ON d.id = "itemId" AND d."inForce"
        WHERE ${ids}::int[] IS NULL OR "organisationId" = ANY(${ids}::int[]) GROUP BY 1) i ON i."organisationId" = o.id
      WHERE ${ids}::int[] IS NULL OR o.id = ANY(${ids}::int[])
    ) s
    WHERE o.id = s.id
      AND ((o.owned, o.granted, o.applied, o.partner) IS DISTINCT FROM (s.owned, s.granted, s.applied, s.partner)
        OR NOT o."inForce" AND s.owned + s.applied + s.partner > 0)`
}
