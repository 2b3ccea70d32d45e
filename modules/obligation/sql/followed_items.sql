-- Of the plans in the list ",7,9," or of all others.
SELECT w.plan_id, w.lineage, w.path, w.title, w.area, w.position, w.owed_with, m.leads, m.supports,
       m.directs, m.oversees
  FROM (SELECT r.plan_id, r.lineage,
               MAX(CASE WHEN r.role = 'lead' THEN 1 ELSE 0 END) AS leads,
               MAX(CASE WHEN r.role = 'support' THEN 1 ELSE 0 END) AS supports,
               MAX(CASE WHEN r.role = 'direct' THEN 1 ELSE 0 END) AS directs,
               MAX(CASE WHEN r.role = 'oversee' THEN 1 ELSE 0 END) AS oversees
          FROM obligation_role r
         WHERE r.agency_id = $1
         GROUP BY r.plan_id, r.lineage) m
  JOIN obligation_work w ON w.plan_id = m.plan_id AND w.lineage = m.lineage
 WHERE CASE WHEN $4 LIKE '%,' || CAST(m.plan_id AS TEXT) || ',%' THEN 1 ELSE 0 END = $5
 ORDER BY w.plan_id DESC, w.position, w.lineage
 LIMIT $2 OFFSET $3
