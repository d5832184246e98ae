-- Names are looked for right after they are written: what is pending would be read anew for each of them, and the planner,
-- which sees that, reads the table instead. Twenty thousand rows of a table bring two thousand names.
ALTER INDEX "organisation_name_key_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('"organisation_name_key_idx"');
