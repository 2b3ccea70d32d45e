UPDATE report_form_version SET state = 'discarded', version = version + 1
WHERE id = $1 AND version = $2 AND state = 'draft'
