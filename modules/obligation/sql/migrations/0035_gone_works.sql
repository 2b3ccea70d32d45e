-- reads: plan_edition plan_item
-- Items that the plan in force has no more: budget lines hang on them still.
ALTER TABLE obligation_work
    ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1));
UPDATE obligation_work
   SET is_gone = 1
 WHERE NOT EXISTS (SELECT 1
                     FROM plan_item i
                     JOIN plan_edition e ON e.id = i.edition_id
                    WHERE e.plan_id = obligation_work.plan_id AND e.state = 'in_force'
                      AND i.lineage = obligation_work.lineage AND i.is_removed = 0);
