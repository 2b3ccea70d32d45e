-- Files of a document as they were drawn when it got its number: what is printed, signed and sent
-- stays the same, whatever a later program would draw. Both are attachments.
CREATE TABLE outgoing_paper (
    document_id INTEGER PRIMARY KEY REFERENCES outgoing_document (id),
    pdf_attachment_id INTEGER NOT NULL,
    docx_attachment_id INTEGER NOT NULL
) {STRICT};
