-- Cells that were copied from the last period, until somebody touches them.
ALTER TABLE report_cell ADD COLUMN is_copied INTEGER NOT NULL DEFAULT 0;
