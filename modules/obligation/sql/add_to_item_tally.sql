INSERT INTO obligation_item_tally (plan_id, lineage, agency_id, owed, in_time, late, excused)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (plan_id, lineage, agency_id) DO UPDATE
   SET owed = obligation_item_tally.owed + excluded.owed,
       in_time = obligation_item_tally.in_time + excluded.in_time,
       late = obligation_item_tally.late + excluded.late,
       excused = obligation_item_tally.excused + excluded.excused
