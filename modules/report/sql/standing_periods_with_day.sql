SELECT p.id, p.data_until
  FROM report_period p
 WHERE p.data_until >= $1 AND p.year_from <= $1
   AND EXISTS (SELECT 1 FROM report_report r
                WHERE r.period_id = p.id AND r.state IN ('submitted', 'checked', 'approved'))
 ORDER BY p.data_until, p.id
