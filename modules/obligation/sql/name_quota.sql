-- Where the agency has that quota and period already, it stays as it was.
UPDATE obligation_obligation
   SET quota = $4
 WHERE plan_id = $1 AND item_id = $2 AND quota = $3
   AND NOT EXISTS (SELECT 1
                     FROM obligation_obligation other
                    WHERE other.plan_id = obligation_obligation.plan_id
                      AND other.lineage = obligation_obligation.lineage
                      AND other.agency_id = obligation_obligation.agency_id
                      AND other.period = obligation_obligation.period
                      AND other.quota = $4)
