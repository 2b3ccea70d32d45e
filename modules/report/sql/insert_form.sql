INSERT INTO report_form (id, code, key, title, owner_agency_id, is_ad_hoc, created_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
