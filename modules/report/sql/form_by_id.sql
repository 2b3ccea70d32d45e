SELECT id, code, key, title, owner_agency_id, is_ad_hoc, version
FROM report_form WHERE id = $1
