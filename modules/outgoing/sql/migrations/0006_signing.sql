-- Places for signatures in the PDF of a document, and what came back. The file that was prepared
-- and the one that was signed are attachments; the keys are nobody's here.
CREATE TABLE outgoing_signature (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES outgoing_document (id),
    place TEXT NOT NULL CHECK (place IN ('signer', 'agency')),
    state TEXT NOT NULL CHECK (state IN ('prepared', 'signed')),
    prepared_attachment_id INTEGER NOT NULL,
    hole_begin INTEGER NOT NULL,
    hole_end INTEGER NOT NULL,
    bytes_before INTEGER NOT NULL,
    prepared_at TEXT NOT NULL,
    signed_attachment_id INTEGER,
    signed_at TEXT,
    signer TEXT NOT NULL,
    organisation TEXT NOT NULL,
    issuer TEXT NOT NULL,
    serial TEXT NOT NULL,
    claimed_at TEXT,
    is_trusted INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (document_id, place),
    CHECK ((state = 'signed') = (signed_attachment_id IS NOT NULL))
) {STRICT};
