SELECT p.id, p.code, p.whole_id, p.plan_id, p.lineage, p.giver_id, p.agency_id, p.state, p.content,
       p.measure, p.needed, p.due_on, p.later, p.changed_at, p.version, w.path, w.title, w.area,
       w.position, w.owed_with
  FROM obligation_proposal p
  JOIN obligation_work w ON w.plan_id = p.plan_id AND w.lineage = p.lineage
 WHERE (p.agency_id = $1 OR p.giver_id = $1)
   AND p.state NOT IN ('proposed', 'countered') AND p.id < $2
 ORDER BY p.id DESC
 LIMIT $3
