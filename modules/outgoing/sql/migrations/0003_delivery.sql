-- To whom documents went: agency_id is who reads it here, nobody where it went another way.
CREATE TABLE outgoing_delivery (
    document_id INTEGER NOT NULL REFERENCES outgoing_document (id),
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    marker TEXT NOT NULL,
    agency_id INTEGER,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (document_id, place)
) {STRICT};
