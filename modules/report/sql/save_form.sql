UPDATE report_form SET title = $3, owner_agency_id = $4, is_ad_hoc = $5, version = version + 1
WHERE id = $1 AND version = $2
