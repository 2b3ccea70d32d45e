SELECT report_id FROM report_file WHERE attachment_id = $1
