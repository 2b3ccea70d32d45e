-- reads: evidence_fact
-- Counts of a plan by product or succession whose fact brings another product, or was not done in
-- the obligation's time.
SELECT c.obligation_id, c.fact_id
  FROM obligation_obligation o
  JOIN obligation_count c ON c.obligation_id = o.id
  JOIN evidence_fact f ON f.id = c.fact_id
 WHERE o.plan_id = $1 AND c.part_id = 0 AND c.reason <> 'reported'
   AND (f.product <> o.product OR c.happened_on < o.begins_on OR c.happened_on > o.ends_on)
 ORDER BY c.obligation_id, c.fact_id
