-- AlterTable
ALTER TABLE "project" ADD COLUMN     "eventEnd" DATE,
ADD COLUMN     "lacks" TEXT;

-- What the schema cannot say.

-- The longest since the end first, as the desk lists what lacks follow-up; with the two days of which it is made, so that
-- counting reads the index alone.
CREATE INDEX "project_lacking_idx" ON "project" ((coalesce("eventEnd", "endDate")), "id")
  INCLUDE ("eventEnd", "endDate") WHERE "inForce" AND "lacks" IS DISTINCT FROM '';
