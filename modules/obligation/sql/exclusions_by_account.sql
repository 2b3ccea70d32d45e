SELECT e.asked_at AS taken_at, 'asked' AS step, e.reason AS text
  FROM obligation_exclusion e
 WHERE e.asked_by = $1
UNION ALL
SELECT e.decided_at AS taken_at, e.state AS step, e.answer AS text
  FROM obligation_exclusion e
 WHERE e.decided_by = $1
 ORDER BY taken_at DESC
 LIMIT $2
