-- Both are trusted extensions: the database's owner may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('PROJECT_PAGE', 'DECISION_LIST');

-- CreateEnum
CREATE TYPE "StatementState" AS ENUM ('READ', 'EMPTY', 'UNREADABLE');

-- CreateEnum
CREATE TYPE "StatementOrigin" AS ENUM ('FIELD', 'RIVAL', 'PROSE');

-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('VALUE', 'REVIEWED', 'NOT_STATED');

-- CreateEnum
CREATE TYPE "ParticipationRole" AS ENUM ('OWNER', 'APPLICANT', 'PARTNER');

-- CreateEnum
CREATE TYPE "AmountKind" AS ENUM ('APPLIED', 'PRIORITISED', 'AWARDED', 'UNSPECIFIED');

-- CreateTable
CREATE TABLE "import" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "summary" JSONB NOT NULL,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_document" (
    "id" SERIAL NOT NULL,
    "sha256" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "layout" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "url" TEXT,
    "fetchedAt" DATE,
    "importedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publicText" TEXT NOT NULL,
    "parserVersion" INTEGER NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "replacesId" INTEGER,
    "importId" INTEGER NOT NULL,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_content" (
    "documentId" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "document_content_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "projectId" INTEGER,
    "decisionId" INTEGER,
    "itemId" INTEGER,
    "field" TEXT NOT NULL,
    "origin" "StatementOrigin" NOT NULL DEFAULT 'FIELD',
    "state" "StatementState" NOT NULL,
    "label" TEXT,
    "raw" TEXT NOT NULL,
    "value" JSONB,
    "precision" INTEGER,
    "qualifier" TEXT,
    "code" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "parserVersion" INTEGER NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" SERIAL NOT NULL,
    "projectId" INTEGER,
    "itemId" INTEGER,
    "field" TEXT NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "value" JSONB,
    "reason" TEXT NOT NULL,
    "evidence" TEXT,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenStatementId" INTEGER,
    "withdrawnAt" TIMESTAMPTZ,
    "withdrawnReason" TEXT,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL DEFAULT '',
    "ownerId" INTEGER,
    "ownerUnit" TEXT,
    "ownerNumber" TEXT,
    "region" TEXT,
    "plannedParticipants" INTEGER,
    "startDate" DATE,
    "endDate" DATE,
    "totalBudget" BIGINT,
    "totalCosts" BIGINT,
    "grantedSupport" BIGINT,
    "fund" TEXT,
    "period" TEXT,
    "programmeArea" TEXT,
    "specificObjective" TEXT,
    "interventionType" TEXT,
    "unionCofinancingRate" DOUBLE PRECISION,
    "recipientPostalCode" TEXT,
    "recipientCity" TEXT,
    "childPovertyTheme" BOOLEAN,
    "strategicImportance" BOOLEAN,
    "callNumber" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "disagreements" INTEGER NOT NULL DEFAULT 0,
    "shown" JSONB NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_identifier" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "projectId" INTEGER NOT NULL,

    CONSTRAINT "project_identifier_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT,
    "owned" INTEGER NOT NULL DEFAULT 0,
    "granted" BIGINT NOT NULL DEFAULT 0,
    "applied" INTEGER NOT NULL DEFAULT 0,
    "partner" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_name" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "documentId" INTEGER NOT NULL,

    CONSTRAINT "organisation_name_pkey" PRIMARY KEY ("key","organisationId")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "role" "ParticipationRole" NOT NULL,
    "projectId" INTEGER,
    "itemId" INTEGER,
    "unit" TEXT,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "publisher" TEXT,
    "partnership" TEXT,
    "region" TEXT,
    "county" TEXT,
    "fund" TEXT,
    "decisionDate" DATE,
    "statedDate" DATE,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_item" (
    "id" SERIAL NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL DEFAULT '',
    "numberKey" TEXT,
    "applicant" TEXT NOT NULL,
    "amount" BIGINT,
    "amountKind" "AmountKind",
    "amountPrecision" INTEGER,
    "rejected" BOOLEAN NOT NULL DEFAULT false,
    "inForce" BOOLEAN NOT NULL DEFAULT true,
    "fund" TEXT,
    "partnersOpen" BOOLEAN NOT NULL DEFAULT false,
    "description" TEXT NOT NULL DEFAULT '',
    "shown" JSONB NOT NULL,
    "projectId" INTEGER,
    "linkedBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "decision_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "projectId" INTEGER,
    "itemId" INTEGER,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "projectId" INTEGER,
    "decisionId" INTEGER,
    "itemId" INTEGER,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "field" TEXT,
    "sv" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "field" TEXT,
    "from" JSONB,
    "to" JSONB,
    "importId" INTEGER,
    "projectId" INTEGER,
    "decisionId" INTEGER,
    "itemId" INTEGER,
    "organisationId" INTEGER,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_search" (
    "projectId" INTEGER NOT NULL,
    "nameVector" tsvector NOT NULL,
    "organisationVector" tsvector NOT NULL,
    "textVector" tsvector NOT NULL,

    CONSTRAINT "project_search_pkey" PRIMARY KEY ("projectId")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "registry" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "registry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cache_tag" (
    "tag" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "cache_tag_pkey" PRIMARY KEY ("tag")
);

-- CreateIndex
CREATE UNIQUE INDEX "source_document_sha256_key" ON "source_document"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "source_document_slug_key" ON "source_document"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "source_document_replacesId_key" ON "source_document"("replacesId");

-- CreateIndex
CREATE INDEX "source_document_sourceKey_idx" ON "source_document"("sourceKey");

-- CreateIndex
CREATE INDEX "source_document_importId_idx" ON "source_document"("importId");

-- CreateIndex
CREATE INDEX "statement_documentId_idx" ON "statement"("documentId");

-- CreateIndex
CREATE INDEX "statement_projectId_idx" ON "statement"("projectId");

-- CreateIndex
CREATE INDEX "statement_decisionId_idx" ON "statement"("decisionId");

-- CreateIndex
CREATE INDEX "statement_itemId_idx" ON "statement"("itemId");

-- CreateIndex
CREATE INDEX "correction_projectId_idx" ON "correction"("projectId");

-- CreateIndex
CREATE INDEX "correction_itemId_idx" ON "correction"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "project_slug_key" ON "project"("slug");

-- CreateIndex
CREATE INDEX "project_ownerId_idx" ON "project"("ownerId");

-- CreateIndex
CREATE INDEX "project_nameKey_idx" ON "project"("nameKey");

-- CreateIndex
CREATE INDEX "project_revision_idx" ON "project"("revision");

-- CreateIndex
CREATE INDEX "project_specificObjective_region_startDate_idx" ON "project"("specificObjective", "region", "startDate");

-- CreateIndex
CREATE INDEX "project_identifier_projectId_idx" ON "project_identifier"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_number_key" ON "organisation"("number");

-- CreateIndex
CREATE INDEX "organisation_granted_id_idx" ON "organisation"("granted" DESC, "id");

-- CreateIndex
CREATE INDEX "organisation_name_organisationId_idx" ON "organisation_name"("organisationId");

-- CreateIndex
CREATE INDEX "organisation_name_documentId_idx" ON "organisation_name"("documentId");

-- CreateIndex
CREATE INDEX "participation_organisationId_idx" ON "participation"("organisationId");

-- CreateIndex
CREATE INDEX "participation_projectId_idx" ON "participation"("projectId");

-- CreateIndex
CREATE INDEX "participation_itemId_idx" ON "participation"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "decision_slug_key" ON "decision"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "decision_key_key" ON "decision"("key");

-- CreateIndex
CREATE INDEX "decision_decisionDate_idx" ON "decision"("decisionDate");

-- CreateIndex
CREATE INDEX "decision_item_nameKey_idx" ON "decision_item"("nameKey");

-- CreateIndex
CREATE INDEX "decision_item_numberKey_idx" ON "decision_item"("numberKey");

-- CreateIndex
CREATE INDEX "decision_item_projectId_idx" ON "decision_item"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "decision_item_decisionId_key_key" ON "decision_item"("decisionId", "key");

-- CreateIndex
CREATE INDEX "contact_documentId_idx" ON "contact"("documentId");

-- CreateIndex
CREATE INDEX "contact_projectId_idx" ON "contact"("projectId");

-- CreateIndex
CREATE INDEX "contact_itemId_idx" ON "contact"("itemId");

-- CreateIndex
CREATE INDEX "warning_documentId_idx" ON "warning"("documentId");

-- CreateIndex
CREATE INDEX "warning_projectId_idx" ON "warning"("projectId");

-- CreateIndex
CREATE INDEX "warning_decisionId_idx" ON "warning"("decisionId");

-- CreateIndex
CREATE INDEX "warning_itemId_idx" ON "warning"("itemId");

-- CreateIndex
CREATE INDEX "change_projectId_idx" ON "change"("projectId");

-- CreateIndex
CREATE INDEX "change_decisionId_idx" ON "change"("decisionId");

-- CreateIndex
CREATE INDEX "change_itemId_idx" ON "change"("itemId");

-- CreateIndex
CREATE INDEX "change_organisationId_idx" ON "change"("organisationId");

-- CreateIndex
CREATE INDEX "change_importId_idx" ON "change"("importId");

-- CreateIndex
CREATE INDEX "project_search_nameVector_idx" ON "project_search" USING GIN ("nameVector");

-- CreateIndex
CREATE INDEX "project_search_organisationVector_idx" ON "project_search" USING GIN ("organisationVector");

-- CreateIndex
CREATE INDEX "project_search_textVector_idx" ON "project_search" USING GIN ("textVector");

-- CreateIndex
CREATE INDEX "search_word_folded_idx" ON "search_word" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "cache_tag_revision_idx" ON "cache_tag"("revision");

-- AddForeignKey
ALTER TABLE "source_document" ADD CONSTRAINT "source_document_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "source_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_document" ADD CONSTRAINT "source_document_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_content" ADD CONSTRAINT "document_content_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "decision_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "decision_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_identifier" ADD CONSTRAINT "project_identifier_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "decision_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_item" ADD CONSTRAINT "decision_item_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_item" ADD CONSTRAINT "decision_item_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "decision_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "decision_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "decision_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_search" ADD CONSTRAINT "project_search_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is not in schema.prisma, which has no words for it.

-- A statement is about one thing.
ALTER TABLE "statement" ADD CONSTRAINT "statement_one_subject"
  CHECK (num_nonnulls("projectId", "decisionId", "itemId") = 1);
-- A correction is about one thing.
ALTER TABLE "correction" ADD CONSTRAINT "correction_one_subject"
  CHECK (num_nonnulls("projectId", "itemId") = 1);
-- A participation is in one thing.
ALTER TABLE "participation" ADD CONSTRAINT "participation_one_subject"
  CHECK (num_nonnulls("projectId", "itemId") = 1);
-- There is one registry.
ALTER TABLE "registry" ADD CONSTRAINT "registry_one_row" CHECK (id = 1);
INSERT INTO "registry" (id, revision) VALUES (1, 0);

-- Invariants 2 and 8: what was read is never changed, and the trace is only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of "%" are never changed (%)', TG_TABLE_NAME, TG_OP;
END
$$;
CREATE TRIGGER statement_is_never_changed BEFORE UPDATE ON "statement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER change_is_append_only BEFORE UPDATE OR DELETE ON "change"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER change_is_not_emptied BEFORE TRUNCATE ON "change"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
