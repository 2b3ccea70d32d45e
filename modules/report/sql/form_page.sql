SELECT code, title FROM report_form WHERE id = $1
