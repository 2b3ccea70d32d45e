SELECT agency_id, code, name, overdue, late
  FROM obligation_late_publication_row
 WHERE publication_id = $1
 ORDER BY overdue DESC, late DESC, code
