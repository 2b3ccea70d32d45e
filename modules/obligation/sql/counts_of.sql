SELECT c.fact_id, c.quantity, c.happened_on, c.reason, c.part_id
  FROM obligation_count c
 WHERE c.obligation_id = $1
 ORDER BY c.happened_on, c.fact_id
