-- In pixels; unknown of what was kept before, and of drawings that name none.
ALTER TABLE media ADD COLUMN width INT, ADD COLUMN height INT;
