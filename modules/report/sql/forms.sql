SELECT id, code, key, title, owner_agency_id, is_ad_hoc, version
FROM report_form
ORDER BY title COLLATE vi, id
LIMIT $1
