-- What one row of a table says, among all that a table of a hundred thousand rows says.
CREATE INDEX "statement_documentId_row_idx" ON "statement"("documentId", "row");

-- The index above begins with the same column.
DROP INDEX "statement_documentId_idx";
