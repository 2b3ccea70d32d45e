-- reads: identity_account
SELECT r.id, r.code, r.kind, r.state, r.account_id, COALESCE(a.name, r.asker_name) AS asker,
       r.contact, r.wish, r.agency_id, r.received_on, r.acknowledge_by, r.finish_by, r.with_others,
       r.acknowledged_on, r.extension_reason, r.answered_on, r.answer, r.version
  FROM personal_data_request r
  LEFT JOIN identity_account a ON a.id = r.account_id
 WHERE r.code = $1
