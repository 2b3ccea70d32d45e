-- The version in force and the draft of each form: at most two a form.
SELECT id, form_id, number, state, content_sha256, valid_from, valid_to, source, is_shipped,
       made_by, made_at, version
FROM report_form_version WHERE state = 'in_force'
UNION ALL
SELECT id, form_id, number, state, content_sha256, valid_from, valid_to, source, is_shipped,
       made_by, made_at, version
FROM report_form_version WHERE state = 'draft'
LIMIT $1
