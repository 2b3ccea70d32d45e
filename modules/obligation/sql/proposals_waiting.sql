-- 'own': that the agency is to answer; else those whose answer it waits for. The oldest first.
SELECT p.id, p.code, p.whole_id, p.plan_id, p.lineage, p.giver_id, p.agency_id, p.state, p.content,
       p.measure, p.needed, p.due_on, p.later, p.changed_at, p.version, w.path, w.title, w.area,
       w.position, w.owed_with
  FROM obligation_proposal p
  JOIN obligation_work w ON w.plan_id = p.plan_id AND w.lineage = p.lineage
 WHERE p.state IN ('proposed', 'countered')
   AND ((p.agency_id = $1 AND p.state = CASE WHEN $2 = 'own' THEN 'proposed' ELSE 'countered' END)
     OR (p.giver_id = $1 AND p.state = CASE WHEN $2 = 'own' THEN 'countered' ELSE 'proposed' END))
   AND p.id > $3
 ORDER BY p.id
 LIMIT $4
