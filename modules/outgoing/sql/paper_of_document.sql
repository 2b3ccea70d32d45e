SELECT pdf_attachment_id, docx_attachment_id FROM outgoing_paper WHERE document_id = $1
