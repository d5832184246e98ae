-- AlterTable
ALTER TABLE "outcome" ADD COLUMN     "isOpen" BOOLEAN NOT NULL DEFAULT false;

-- What the schema cannot say.

-- What waits is little among many: counting and listing it reads nothing else.
CREATE INDEX "outcome_open_idx" ON "outcome" ("projectId", "measure") WHERE "isOpen";
