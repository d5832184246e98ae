-- CreateEnum
CREATE TYPE "Role" AS ENUM ('EDITOR', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "LinkKind" AS ENUM ('INVITATION', 'RESET');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('OPEN', 'ASKED', 'ACCEPTED', 'DECLINED');

-- DropForeignKey
ALTER TABLE "organisation_name" DROP CONSTRAINT "organisation_name_documentId_fkey";

-- AlterTable
ALTER TABLE "change" ADD COLUMN     "correctionId" INTEGER,
ADD COLUMN     "evidence" TEXT,
ADD COLUMN     "mergeId" INTEGER,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "reportId" INTEGER,
ADD COLUMN     "transaction" BIGINT DEFAULT (pg_current_xact_id()::text)::bigint,
ADD COLUMN     "userId" INTEGER,
ADD COLUMN     "warningId" INTEGER;

-- AlterTable
ALTER TABLE "correction" ADD COLUMN     "code" TEXT,
ADD COLUMN     "decisionId" INTEGER,
ADD COLUMN     "organisationId" INTEGER,
ADD COLUMN     "precision" INTEGER,
ADD COLUMN     "qualifier" TEXT,
ADD COLUMN     "reportId" INTEGER,
ADD COLUMN     "userId" INTEGER,
ADD COLUMN     "withdrawnById" INTEGER;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "asRead" JSONB,
ADD COLUMN     "byHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "decision_item" ADD COLUMN     "openDisagreements" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sourceChanges" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "asRead" JSONB,
ADD COLUMN     "mergedIntoId" INTEGER;

-- AlterTable
ALTER TABLE "organisation_name" ALTER COLUMN "documentId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "openDisagreements" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sourceChanges" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "warning" ADD COLUMN     "lookNote" TEXT,
ADD COLUMN     "lookedAt" TIMESTAMPTZ,
ADD COLUMN     "lookedById" INTEGER;

-- CreateTable
CREATE TABLE "organisation_merge" (
    "id" SERIAL NOT NULL,
    "fromId" INTEGER NOT NULL,
    "intoId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT,
    "actor" TEXT NOT NULL,
    "userId" INTEGER,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ,
    "undoneReason" TEXT,
    "undoneById" INTEGER,

    CONSTRAINT "organisation_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lookalike" (
    "aId" INTEGER NOT NULL,
    "bId" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "why" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ,
    "decidedById" INTEGER,
    "note" TEXT,

    CONSTRAINT "lookalike_pkey" PRIMARY KEY ("aId","bId")
);

-- CreateTable
CREATE TABLE "report" (
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "projectId" INTEGER,
    "decisionId" INTEGER,
    "itemId" INTEGER,
    "organisationId" INTEGER,
    "documentId" INTEGER,
    "page" TEXT NOT NULL,
    "field" TEXT,
    "shown" TEXT,
    "suggestion" TEXT NOT NULL,
    "whereItStands" TEXT,
    "email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'sv',
    "addressKey" TEXT NOT NULL,
    "status" "ReportStatus" NOT NULL DEFAULT 'OPEN',
    "handledById" INTEGER,
    "handledAt" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_message" (
    "id" SERIAL NOT NULL,
    "reportId" INTEGER NOT NULL,
    "userId" INTEGER,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_draft" (
    "id" SERIAL NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" INTEGER NOT NULL,
    "updatedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decisionId" INTEGER,
    "publishedAt" TIMESTAMPTZ,
    "discardedAt" TIMESTAMPTZ,

    CONSTRAINT "decision_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "passwordHash" TEXT,
    "oidcSubject" TEXT,
    "showsName" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'sv',
    "mustHaveSecondFactor" BOOLEAN NOT NULL DEFAULT false,
    "totpSecret" TEXT,
    "totpSince" TIMESTAMPTZ,
    "totpLastStep" INTEGER,
    "disabledAt" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "endedAt" TIMESTAMPTZ,
    "endedBy" TEXT,
    "method" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" SERIAL NOT NULL,
    "userId" INTEGER NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" SERIAL NOT NULL,
    "kind" "LinkKind" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "usedAt" TIMESTAMPTZ,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pending_login" (
    "tokenHash" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pending_login_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "login_attempt" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accountKey" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,
    "succeeded" BOOLEAN NOT NULL,

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_event" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" INTEGER NOT NULL,
    "byId" INTEGER,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "transaction" BIGINT DEFAULT (pg_current_xact_id()::text)::bigint,

    CONSTRAINT "account_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_merge_fromId_idx" ON "organisation_merge"("fromId");

-- CreateIndex
CREATE INDEX "organisation_merge_intoId_idx" ON "organisation_merge"("intoId");

-- CreateIndex
CREATE INDEX "lookalike_bId_idx" ON "lookalike"("bId");

-- CreateIndex
CREATE INDEX "lookalike_decidedAt_score_idx" ON "lookalike"("decidedAt", "score" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "report_tokenHash_key" ON "report"("tokenHash");

-- CreateIndex
CREATE INDEX "report_projectId_idx" ON "report"("projectId");

-- CreateIndex
CREATE INDEX "report_decisionId_idx" ON "report"("decisionId");

-- CreateIndex
CREATE INDEX "report_itemId_idx" ON "report"("itemId");

-- CreateIndex
CREATE INDEX "report_organisationId_idx" ON "report"("organisationId");

-- CreateIndex
CREATE INDEX "report_documentId_idx" ON "report"("documentId");

-- CreateIndex
CREATE INDEX "report_status_id_idx" ON "report"("status", "id");

-- CreateIndex
CREATE INDEX "report_addressKey_at_idx" ON "report"("addressKey", "at");

-- CreateIndex
CREATE INDEX "report_message_reportId_idx" ON "report_message"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "decision_draft_decisionId_key" ON "decision_draft"("decisionId");

-- CreateIndex
CREATE INDEX "decision_draft_createdById_idx" ON "decision_draft"("createdById");

-- CreateIndex
CREATE INDEX "decision_draft_updatedById_idx" ON "decision_draft"("updatedById");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_oidcSubject_key" ON "app_user"("oidcSubject");

-- CreateIndex
CREATE UNIQUE INDEX "session_tokenHash_key" ON "session"("tokenHash");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE INDEX "recovery_code_userId_idx" ON "recovery_code"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_tokenHash_key" ON "one_time_link"("tokenHash");

-- CreateIndex
CREATE INDEX "one_time_link_userId_idx" ON "one_time_link"("userId");

-- CreateIndex
CREATE INDEX "one_time_link_createdById_idx" ON "one_time_link"("createdById");

-- CreateIndex
CREATE INDEX "pending_login_userId_idx" ON "pending_login"("userId");

-- CreateIndex
CREATE INDEX "login_attempt_accountKey_at_idx" ON "login_attempt"("accountKey", "at");

-- CreateIndex
CREATE INDEX "login_attempt_addressKey_at_idx" ON "login_attempt"("addressKey", "at");

-- CreateIndex
CREATE INDEX "login_attempt_at_idx" ON "login_attempt"("at");

-- CreateIndex
CREATE INDEX "account_event_userId_id_idx" ON "account_event"("userId", "id");

-- CreateIndex
CREATE INDEX "account_event_byId_idx" ON "account_event"("byId");

-- CreateIndex
CREATE INDEX "change_correctionId_idx" ON "change"("correctionId");

-- CreateIndex
CREATE INDEX "change_mergeId_idx" ON "change"("mergeId");

-- CreateIndex
CREATE INDEX "change_warningId_idx" ON "change"("warningId");

-- CreateIndex
CREATE INDEX "change_reportId_idx" ON "change"("reportId");

-- CreateIndex
CREATE INDEX "change_userId_id_idx" ON "change"("userId", "id");

-- CreateIndex
CREATE INDEX "correction_decisionId_idx" ON "correction"("decisionId");

-- CreateIndex
CREATE INDEX "correction_organisationId_idx" ON "correction"("organisationId");

-- CreateIndex
CREATE INDEX "correction_userId_idx" ON "correction"("userId");

-- CreateIndex
CREATE INDEX "correction_reportId_idx" ON "correction"("reportId");

-- CreateIndex
CREATE INDEX "decision_item_openDisagreements_idx" ON "decision_item"("openDisagreements");

-- CreateIndex
CREATE INDEX "decision_item_sourceChanges_idx" ON "decision_item"("sourceChanges");

-- CreateIndex
CREATE INDEX "organisation_mergedIntoId_idx" ON "organisation"("mergedIntoId");

-- CreateIndex
CREATE INDEX "organisation_name_key_idx" ON "organisation_name" USING GIN ("key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "project_openDisagreements_idx" ON "project"("openDisagreements");

-- CreateIndex
CREATE INDEX "project_sourceChanges_idx" ON "project"("sourceChanges");

-- CreateIndex
CREATE INDEX "warning_lookedAt_code_idx" ON "warning"("lookedAt", "code");

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookalike" ADD CONSTRAINT "lookalike_aId_fkey" FOREIGN KEY ("aId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookalike" ADD CONSTRAINT "lookalike_bId_fkey" FOREIGN KEY ("bId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lookalike" ADD CONSTRAINT "lookalike_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "source_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_lookedById_fkey" FOREIGN KEY ("lookedById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "organisation_merge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_warningId_fkey" FOREIGN KEY ("warningId") REFERENCES "warning"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "decision_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "source_document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_handledById_fkey" FOREIGN KEY ("handledById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_message" ADD CONSTRAINT "report_message_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_message" ADD CONSTRAINT "report_message_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_draft" ADD CONSTRAINT "decision_draft_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_draft" ADD CONSTRAINT "decision_draft_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_draft" ADD CONSTRAINT "decision_draft_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_login" ADD CONSTRAINT "pending_login_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_event" ADD CONSTRAINT "account_event_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_event" ADD CONSTRAINT "account_event_byId_fkey" FOREIGN KEY ("byId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows is not in schema.prisma, which has no words for it.

-- Corrections may be of decisions and organisations as well.
ALTER TABLE "correction" DROP CONSTRAINT "correction_one_subject";
ALTER TABLE "correction" ADD CONSTRAINT "correction_one_subject"
  CHECK (num_nonnulls("projectId", "itemId", "decisionId", "organisationId") = 1);
-- A report is about one thing at most; some are about a page that shows no record.
ALTER TABLE "report" ADD CONSTRAINT "report_one_subject"
  CHECK (num_nonnulls("projectId", "decisionId", "itemId", "organisationId", "documentId") <= 1);
-- A pair has one row.
ALTER TABLE "lookalike" ADD CONSTRAINT "lookalike_in_order" CHECK ("aId" < "bId");
-- A merged organisation leads to one that is not.
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_not_into_itself" CHECK ("mergedIntoId" <> id);
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_email_small" CHECK (email = lower(email));

-- What decisions and entries held before there were corrections.
UPDATE "decision" SET "asRead" = jsonb_build_object('heading', heading, 'publisher', publisher, 'partnership', partnership,
  'region', region, 'county', county, 'fund', fund, 'decisionDate', "decisionDate", 'statedDate', "statedDate");
UPDATE "project" SET "openDisagreements" = disagreements;
UPDATE "decision_item" SET "openDisagreements" = (
  SELECT count(*) FROM jsonb_each(shown) AS f (key, value)
  WHERE jsonb_typeof(f.value -> 'rivals') = 'array' AND jsonb_array_length(f.value -> 'rivals') > 0);

-- Traces of accounts are only ever added to, as those of the registry are.
CREATE TRIGGER account_event_is_append_only BEFORE UPDATE OR DELETE ON "account_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_event_is_not_emptied BEFORE TRUNCATE ON "account_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A correction is withdrawn, never rewritten; so is a merge undone.
CREATE FUNCTION refuse_rewriting_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL OR NEW."withdrawnAt" IS NULL
    OR (to_jsonb(OLD) - ARRAY['withdrawnAt', 'withdrawnReason', 'withdrawnById'])
      IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['withdrawnAt', 'withdrawnReason', 'withdrawnById']) THEN
    RAISE EXCEPTION 'a correction can be withdrawn once, and is never rewritten';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER correction_is_not_rewritten BEFORE UPDATE ON "correction"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_correction();
CREATE TRIGGER correction_is_not_deleted BEFORE DELETE ON "correction"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_rewriting_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."undoneAt" IS NOT NULL OR NEW."undoneAt" IS NULL
    OR (to_jsonb(OLD) - ARRAY['undoneAt', 'undoneReason', 'undoneById'])
      IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['undoneAt', 'undoneReason', 'undoneById']) THEN
    RAISE EXCEPTION 'a merge can be undone once, and is never rewritten';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER merge_is_not_rewritten BEFORE UPDATE ON "organisation_merge"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_merge();
CREATE TRIGGER merge_is_not_deleted BEFORE DELETE ON "organisation_merge"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Invariant 8: what a person writes is refused at the end of its transaction where its trace is missing. The column of
-- "change" that has to name the row is the trigger's argument.
CREATE FUNCTION require_trace() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  traced boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM change WHERE %I = $1 AND transaction = $2)', TG_ARGV[0])
    INTO traced USING NEW.id, pg_current_xact_id()::text::bigint;
  IF NOT traced THEN
    RAISE EXCEPTION 'row % of "%" was written without a trace', NEW.id, TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER correction_leaves_a_trace AFTER INSERT OR UPDATE ON "correction"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_trace('correctionId');
CREATE CONSTRAINT TRIGGER merge_leaves_a_trace AFTER INSERT OR UPDATE ON "organisation_merge"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_trace('mergeId');
CREATE CONSTRAINT TRIGGER decision_leaves_a_trace AFTER INSERT ON "decision"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_trace('decisionId');
CREATE CONSTRAINT TRIGGER decision_change_leaves_a_trace AFTER UPDATE ON "decision"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.heading, OLD.publisher, OLD.partnership, OLD.region, OLD.county, OLD.fund, OLD."decisionDate", OLD."statedDate")
    IS DISTINCT FROM
    (NEW.heading, NEW.publisher, NEW.partnership, NEW.region, NEW.county, NEW.fund, NEW."decisionDate", NEW."statedDate"))
  EXECUTE FUNCTION require_trace('decisionId');
CREATE CONSTRAINT TRIGGER link_leaves_a_trace AFTER UPDATE ON "decision_item"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."projectId" IS DISTINCT FROM NEW."projectId")
  EXECUTE FUNCTION require_trace('itemId');
CREATE CONSTRAINT TRIGGER organisation_leaves_a_trace AFTER UPDATE ON "organisation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.name, OLD.number, OLD."mergedIntoId") IS DISTINCT FROM (NEW.name, NEW.number, NEW."mergedIntoId"))
  EXECUTE FUNCTION require_trace('organisationId');
CREATE CONSTRAINT TRIGGER look_leaves_a_trace AFTER UPDATE ON "warning"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."lookedAt" IS DISTINCT FROM NEW."lookedAt")
  EXECUTE FUNCTION require_trace('warningId');
CREATE CONSTRAINT TRIGGER report_leaves_a_trace AFTER UPDATE ON "report"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION require_trace('reportId');

CREATE FUNCTION require_account_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM account_event
    WHERE "userId" = NEW.id AND transaction = pg_current_xact_id()::text::bigint) THEN
    RAISE EXCEPTION 'account % was written without a trace', NEW.id;
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER account_leaves_a_trace AFTER INSERT ON "app_user"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_account_event();
CREATE CONSTRAINT TRIGGER account_change_leaves_a_trace AFTER UPDATE ON "app_user"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.email, OLD.name, OLD.role, OLD."passwordHash", OLD."oidcSubject", OLD."showsName", OLD."mustHaveSecondFactor",
      OLD."totpSince", OLD."disabledAt")
    IS DISTINCT FROM (NEW.email, NEW.name, NEW.role, NEW."passwordHash", NEW."oidcSubject", NEW."showsName",
      NEW."mustHaveSecondFactor", NEW."totpSince", NEW."disabledAt"))
  EXECUTE FUNCTION require_account_event();
CREATE TRIGGER account_is_not_deleted BEFORE DELETE ON "app_user"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
