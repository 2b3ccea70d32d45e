UPDATE report_form_version SET content = $3, content_sha256 = $4, version = version + 1
WHERE id = $1 AND version = $2 AND state = 'draft'
