-- On whose behalf somebody nudged: the plan's coordinator, who handed the part on, or who leads,
-- directs or oversees the item. 0: nobody did, or before it was kept.
ALTER TABLE obligation_reminder ADD COLUMN nudged_by INTEGER NOT NULL DEFAULT 0;

-- What a giver's units owe still: it does not grow with the years.
CREATE INDEX obligation_parts_owed ON obligation_obligation (giver_id, due_on, id)
    WHERE parent_id <> 0 AND done_on IS NULL AND closing = '';
