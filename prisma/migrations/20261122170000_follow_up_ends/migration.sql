-- AlterTable
ALTER TABLE "project" ADD COLUMN     "eventEnd" DATE,
ADD COLUMN     "hasReport" BOOLEAN NOT NULL DEFAULT false;

-- What the schema cannot say.

-- The longest since the end first, as the desk lists what lacks follow-up.
CREATE INDEX "project_ended_idx" ON "project" ((coalesce("eventEnd", "endDate")), "id") WHERE "inForce";
