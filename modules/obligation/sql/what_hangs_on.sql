-- Whether anything hangs on an obligation: then it is closed, never removed.
SELECT CASE WHEN EXISTS (SELECT 1 FROM obligation_count WHERE obligation_id = $1)
              OR EXISTS (SELECT 1 FROM obligation_obligation
                          WHERE parent_id = $1 AND parent_id <> 0)
              OR EXISTS (SELECT 1 FROM obligation_obstacle WHERE obligation_id = $1)
              OR EXISTS (SELECT 1 FROM obligation_own_plan WHERE obligation_id = $1)
              OR EXISTS (SELECT 1 FROM obligation_proof WHERE obligation_id = $1)
              OR EXISTS (SELECT 1 FROM obligation_draft WHERE obligation_id = $1)
              OR EXISTS (SELECT 1 FROM obligation_reminder
                          WHERE obligation_id = $1 AND answered_at IS NOT NULL)
              OR EXISTS (SELECT 1 FROM obligation_uncounted WHERE obligation_id = $1)
              OR EXISTS (SELECT 1 FROM obligation_proposal WHERE whole_id = $1)
            THEN 1 ELSE 0 END AS hangs
