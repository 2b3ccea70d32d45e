UPDATE report_form_version SET state = 'replaced', valid_to = $3, version = version + 1
WHERE id = $1 AND version = $2 AND state = 'in_force'
