SELECT obligation_id, agency_id, title, happened_on, quantity, link, subjects, attachment_id,
       saved_by, saved_at, version
  FROM obligation_draft
 WHERE saved_at <= $1
 ORDER BY saved_at
 LIMIT $2
