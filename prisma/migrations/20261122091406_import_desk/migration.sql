-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('WAITING', 'READING', 'MAPPING', 'REVIEW', 'COMMITTING', 'DONE', 'UNDOING', 'UNDONE', 'CANCELLED', 'FAILED');

-- AlterEnum
ALTER TYPE "DocumentKind" ADD VALUE 'OPERATION_LIST';

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "inForce" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "changedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "committedAt" TIMESTAMPTZ,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'documents',
ADD COLUMN     "problem" JSONB,
ADD COLUMN     "progress" JSONB,
ADD COLUMN     "report" JSONB,
ADD COLUMN     "revision" INTEGER,
ADD COLUMN     "settings" JSONB,
ADD COLUMN     "state" "ImportState" NOT NULL DEFAULT 'DONE',
ADD COLUMN     "title" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "undoneAt" TIMESTAMPTZ,
ADD COLUMN     "undoneById" INTEGER,
ADD COLUMN     "undoneReason" TEXT,
ADD COLUMN     "userId" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "inForce" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "inForce" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "source_document" ADD COLUMN     "table" JSONB,
ADD COLUMN     "undoneAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "row" INTEGER;

-- CreateTable
CREATE TABLE "import_file" (
    "id" SERIAL NOT NULL,
    "importId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA,
    "byteLength" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "url" TEXT,
    "fetchedOn" DATE,
    "isPasted" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "reason" JSONB,
    "draft" JSONB,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_entry" (
    "id" SERIAL NOT NULL,
    "importId" INTEGER NOT NULL,
    "fileId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "place" JSONB NOT NULL,
    "name" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "isSafe" BOOLEAN NOT NULL DEFAULT false,
    "warnings" INTEGER NOT NULL DEFAULT 0,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "candidates" JSONB NOT NULL DEFAULT '[]',
    "projectId" INTEGER,
    "choice" TEXT,
    "chosenProjectId" INTEGER,
    "edits" JSONB NOT NULL DEFAULT '{}',
    "hasMoved" BOOLEAN NOT NULL DEFAULT false,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_row" (
    "documentId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "document_row_pkey" PRIMARY KEY ("documentId","number")
);

-- CreateTable
CREATE TABLE "table_mapping" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "userId" INTEGER,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "table_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_file_importId_position_key" ON "import_file"("importId", "position");

-- CreateIndex
CREATE INDEX "import_entry_fileId_idx" ON "import_entry"("fileId");

-- CreateIndex
CREATE INDEX "import_entry_importId_choice_idx" ON "import_entry"("importId", "choice");

-- CreateIndex
CREATE INDEX "import_entry_importId_verdict_idx" ON "import_entry"("importId", "verdict");

-- CreateIndex
CREATE INDEX "import_entry_decidedById_idx" ON "import_entry"("decidedById");

-- CreateIndex
CREATE UNIQUE INDEX "import_entry_importId_position_key" ON "import_entry"("importId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "table_mapping_name_key" ON "table_mapping"("name");

-- CreateIndex
CREATE INDEX "table_mapping_userId_idx" ON "table_mapping"("userId");

-- CreateIndex
CREATE INDEX "import_state_idx" ON "import"("state");

-- CreateIndex
CREATE INDEX "import_userId_idx" ON "import"("userId");

-- CreateIndex
CREATE INDEX "import_undoneById_idx" ON "import"("undoneById");

-- CreateIndex
CREATE INDEX "project_nameKey_letters_idx" ON "project" USING GIN ("nameKey" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_entry" ADD CONSTRAINT "import_entry_importId_fkey" FOREIGN KEY ("importId") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_entry" ADD CONSTRAINT "import_entry_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_entry" ADD CONSTRAINT "import_entry_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_row" ADD CONSTRAINT "document_row_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "table_mapping" ADD CONSTRAINT "table_mapping_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the command line brought in was done when it began.
UPDATE "import" SET "committedAt" = "at", "changedAt" = "at";
