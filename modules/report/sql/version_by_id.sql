SELECT id, form_id, number, state, content_sha256, valid_from, valid_to, source, is_shipped,
       made_by, made_at, version
FROM report_form_version WHERE id = $1
