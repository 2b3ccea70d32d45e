SELECT id, code, month, as_of, published_at, agency_id, account_id, shown_until, note, ending,
       end_reason, ended_at, version
  FROM obligation_late_publication
 WHERE plan_id = $1 AND ending = '' AND shown_until >= $2
 ORDER BY month DESC, id DESC
 LIMIT $3
