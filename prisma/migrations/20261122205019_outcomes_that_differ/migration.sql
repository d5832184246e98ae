-- AlterTable
ALTER TABLE "project" ADD COLUMN     "outcomeDisagreements" INTEGER NOT NULL DEFAULT 0;
