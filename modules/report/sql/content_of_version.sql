SELECT content FROM report_form_version WHERE id = $1
