SELECT p.month, p.published_at AS taken_at, 'published' AS step, p.note AS reason
  FROM obligation_late_publication p
 WHERE p.account_id = $1
UNION ALL
SELECT p.month, p.ended_at AS taken_at, p.ending AS step, p.end_reason AS reason
  FROM obligation_late_publication p
 WHERE p.ended_by = $1
 ORDER BY taken_at DESC
 LIMIT $2
