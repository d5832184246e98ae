-- CreateEnum
CREATE TYPE "FollowUpKind" AS ENUM ('COSTS', 'PARTICIPANTS', 'INDICATORS', 'RESULTS', 'EVENT', 'DOCUMENT');

-- CreateEnum
CREATE TYPE "FollowUpState" AS ENUM ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'DISCARDED');

-- AlterTable
ALTER TABLE "change" ADD COLUMN     "followUpId" INTEGER;

-- AlterTable
ALTER TABLE "correction" ADD COLUMN     "followUpId" INTEGER;

-- CreateTable
CREATE TABLE "follow_up" (
    "id" SERIAL NOT NULL,
    "projectId" INTEGER,
    "itemId" INTEGER,
    "kind" "FollowUpKind" NOT NULL,
    "state" "FollowUpState" NOT NULL DEFAULT 'DRAFT',
    "content" JSONB NOT NULL,
    "stated" JSONB,
    "shown" JSONB NOT NULL DEFAULT '{}',
    "asOf" DATE,
    "fileId" INTEGER,
    "batchId" INTEGER,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "createdById" INTEGER,
    "updatedById" INTEGER,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ,
    "withdrawnAt" TIMESTAMPTZ,
    "withdrawnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "projectId" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DECIMAL(24,6) NOT NULL,
    "asOf" DATE,
    "followUpId" INTEGER,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("projectId","measure")
);

-- CreateTable
CREATE TABLE "attached_file" (
    "id" SERIAL NOT NULL,
    "sha256" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" INTEGER,

    CONSTRAINT "attached_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up_batch" (
    "id" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'review',
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committedAt" TIMESTAMPTZ,
    "undoneAt" TIMESTAMPTZ,
    "undoneReason" TEXT,

    CONSTRAINT "follow_up_batch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "follow_up_projectId_state_idx" ON "follow_up"("projectId", "state");

-- CreateIndex
CREATE INDEX "follow_up_itemId_idx" ON "follow_up"("itemId");

-- CreateIndex
CREATE INDEX "follow_up_fileId_idx" ON "follow_up"("fileId");

-- CreateIndex
CREATE INDEX "follow_up_batchId_idx" ON "follow_up"("batchId");

-- CreateIndex
CREATE INDEX "follow_up_state_updatedAt_idx" ON "follow_up"("state", "updatedAt");

-- CreateIndex
CREATE INDEX "follow_up_createdById_idx" ON "follow_up"("createdById");

-- CreateIndex
CREATE INDEX "follow_up_updatedById_idx" ON "follow_up"("updatedById");

-- CreateIndex
CREATE INDEX "outcome_measure_idx" ON "outcome"("measure");

-- CreateIndex
CREATE INDEX "outcome_followUpId_idx" ON "outcome"("followUpId");

-- CreateIndex
CREATE UNIQUE INDEX "attached_file_token_key" ON "attached_file"("token");

-- CreateIndex
CREATE INDEX "attached_file_sha256_idx" ON "attached_file"("sha256");

-- CreateIndex
CREATE INDEX "attached_file_createdById_idx" ON "attached_file"("createdById");

-- CreateIndex
CREATE INDEX "follow_up_batch_createdById_idx" ON "follow_up_batch"("createdById");

-- CreateIndex
CREATE INDEX "follow_up_batch_state_idx" ON "follow_up_batch"("state");

-- CreateIndex
CREATE INDEX "change_followUpId_idx" ON "change"("followUpId");

-- CreateIndex
CREATE INDEX "correction_followUpId_idx" ON "correction"("followUpId");

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "follow_up"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "follow_up"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "decision_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "attached_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "follow_up_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "follow_up"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attached_file" ADD CONSTRAINT "attached_file_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_batch" ADD CONSTRAINT "follow_up_batch_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.

-- A follow-up is about one thing, and so is a correction.
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_one_subject" CHECK (num_nonnulls("projectId", "itemId") = 1);
ALTER TABLE "correction" DROP CONSTRAINT "correction_one_subject";
ALTER TABLE "correction" ADD CONSTRAINT "correction_one_subject"
  CHECK (num_nonnulls("projectId", "itemId", "decisionId", "organisationId", "followUpId") = 1);
-- What is or was public has stated something; a draft has not.
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_states" CHECK (
  CASE WHEN state IN ('PUBLISHED', 'WITHDRAWN') THEN "stated" IS NOT NULL ELSE "stated" IS NULL END);

-- Invariant 2: what a follow-up states is never changed once it is public, and no follow-up is deleted.
CREATE FUNCTION refuse_restating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."stated" IS NOT NULL AND
    (OLD."stated", OLD."projectId", OLD."itemId", OLD.kind, OLD."fileId", OLD."isExample", OLD."publishedAt")
      IS DISTINCT FROM
    (NEW."stated", NEW."projectId", NEW."itemId", NEW.kind, NEW."fileId", NEW."isExample", NEW."publishedAt") THEN
    RAISE EXCEPTION 'what follow-up % states is never changed', OLD.id;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER follow_up_is_not_restated BEFORE UPDATE ON "follow_up"
  FOR EACH ROW EXECUTE FUNCTION refuse_restating();
CREATE TRIGGER follow_up_is_not_deleted BEFORE DELETE ON "follow_up"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Invariant 8: what becomes public, and what no longer is, leaves a trace.
CREATE CONSTRAINT TRIGGER follow_up_leaves_a_trace AFTER INSERT ON "follow_up"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'PUBLISHED')
  EXECUTE FUNCTION require_trace('followUpId');
CREATE CONSTRAINT TRIGGER follow_up_change_leaves_a_trace AFTER UPDATE ON "follow_up"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state AND (NEW.state IN ('PUBLISHED', 'WITHDRAWN')))
  EXECUTE FUNCTION require_trace('followUpId');
