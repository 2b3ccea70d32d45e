INSERT INTO outgoing_paper (document_id, pdf_attachment_id, docx_attachment_id) VALUES ($1, $2, $3)
