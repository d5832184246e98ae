-- CreateIndex
CREATE INDEX "project_ownerNumber_idx" ON "project"("ownerNumber");
