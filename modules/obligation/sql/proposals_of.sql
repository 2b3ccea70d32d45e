SELECT p.id, p.code, p.whole_id, p.plan_id, p.lineage, p.giver_id, p.agency_id, p.state, p.content,
       p.measure, p.needed, p.due_on, p.later, p.changed_at, p.version
  FROM obligation_proposal p
 WHERE p.whole_id = $1
 ORDER BY p.id
 LIMIT $2
