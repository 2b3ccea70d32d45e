SELECT id, code, month, as_of, published_at, agency_id, account_id, shown_until, note, ending,
       end_reason, ended_at, version
  FROM obligation_late_publication
 WHERE plan_id = $1
 ORDER BY id DESC
 LIMIT $2
