INSERT INTO obligation_part_tally (plan_id, giver_id, agency_id, due_on, owed, in_time, late,
                                   excused)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (plan_id, giver_id, agency_id, due_on) DO UPDATE
   SET owed = obligation_part_tally.owed + excluded.owed,
       in_time = obligation_part_tally.in_time + excluded.in_time,
       late = obligation_part_tally.late + excluded.late,
       excused = obligation_part_tally.excused + excluded.excused
