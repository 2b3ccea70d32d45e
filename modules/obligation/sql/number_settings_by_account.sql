SELECT r.set_at AS taken_at, 'rhythm' AS step, r.rhythm AS text
  FROM obligation_number_rhythm r
 WHERE r.account_id = $1
UNION ALL
SELECT h.stated_at AS taken_at, 'heir' AS step, h.source AS text
  FROM obligation_number_heir h
 WHERE h.account_id = $1
 ORDER BY taken_at DESC
 LIMIT $2
