SELECT DISTINCT o.lineage, o.agency_id
  FROM obligation_obligation o
 WHERE o.plan_id = $1 AND o.product <> 'own_plan' AND o.closing = '' AND o.is_requested = 0
   AND o.parent_id = 0
   AND EXISTS (SELECT 1 FROM obligation_obligation asked
                WHERE asked.plan_id = o.plan_id AND asked.agency_id = o.agency_id
                  AND asked.product = 'own_plan' AND asked.closing = ''
                  AND asked.is_requested = 0)
   AND NOT EXISTS (SELECT 1 FROM obligation_own_plan p
                     JOIN obligation_own_plan_line l ON l.own_plan_id = p.id
                    WHERE p.plan_id = o.plan_id AND p.agency_id = o.agency_id
                      AND (p.state <> 'returned' OR p.counted_on IS NOT NULL)
                      AND l.lineage = o.lineage AND l.has_activity = 1)
 LIMIT $2
