UPDATE report_form_version SET state = 'in_force', content = $3, content_sha256 = $4,
    valid_from = $5, version = version + 1
WHERE id = $1 AND version = $2 AND state = 'draft'
