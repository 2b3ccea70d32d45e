-- What asks for an own plan that was sent and not judged yet is settled by the day on which it was
-- sent, though nothing counts for it yet; the sums of those plans are made anew.
UPDATE obligation_obligation
   SET done_on = (SELECT COALESCE(p.counted_on, p.sent_on) FROM obligation_own_plan p
                   WHERE p.obligation_id = obligation_obligation.id),
       version = version + 1
 WHERE done_on IS NULL AND product = 'own_plan'
   AND id IN (SELECT obligation_id FROM obligation_own_plan WHERE state = 'sent');

DELETE FROM obligation_tally
 WHERE plan_id IN (SELECT plan_id FROM obligation_own_plan WHERE state = 'sent');
INSERT INTO obligation_tally (plan_id, agency_id, due_on, owed, in_time, late, excused)
SELECT plan_id, agency_id, due_on,
       COUNT(*),
       SUM(CASE WHEN closing = '' AND done_on <= due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = '' AND done_on > due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = 'excused' THEN 1 ELSE 0 END)
  FROM obligation_obligation
 WHERE plan_id IN (SELECT plan_id FROM obligation_own_plan WHERE state = 'sent')
   AND closing <> 'closed' AND is_requested = 0 AND parent_id = 0
 GROUP BY plan_id, agency_id, due_on;

DELETE FROM obligation_item_tally
 WHERE plan_id IN (SELECT plan_id FROM obligation_own_plan WHERE state = 'sent');
INSERT INTO obligation_item_tally (plan_id, lineage, agency_id, owed, in_time, late, excused)
SELECT plan_id, lineage, agency_id,
       COUNT(*),
       SUM(CASE WHEN closing = '' AND done_on <= due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = '' AND done_on > due_on THEN 1 ELSE 0 END),
       SUM(CASE WHEN closing = 'excused' THEN 1 ELSE 0 END)
  FROM obligation_obligation
 WHERE plan_id IN (SELECT plan_id FROM obligation_own_plan WHERE state = 'sent')
   AND closing <> 'closed' AND is_requested = 0 AND parent_id = 0
 GROUP BY plan_id, lineage, agency_id;
