-- reads: evidence_fact
-- What counts by product or succession for an obligation of another product or time; and what
-- counts although somebody undid just that.
SELECT o.id, o.code
  FROM obligation_count c
  JOIN obligation_obligation o ON o.id = c.obligation_id
  JOIN evidence_fact f ON f.id = c.fact_id
 WHERE c.part_id = 0 AND c.reason <> 'reported'
   AND (f.product <> o.product OR c.happened_on < o.begins_on OR c.happened_on > o.ends_on)
UNION
SELECT o.id, o.code
  FROM obligation_uncounted u
  JOIN obligation_count c ON c.obligation_id = u.obligation_id AND c.fact_id = u.fact_id
  JOIN obligation_obligation o ON o.id = u.obligation_id
 LIMIT 100
