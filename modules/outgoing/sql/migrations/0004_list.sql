-- Lists of recipients that an agency uses again and again.
CREATE TABLE outgoing_list (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    agency_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (agency_id, name)
) {STRICT};
CREATE TABLE outgoing_list_line (
    list_id INTEGER NOT NULL REFERENCES outgoing_list (id),
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (list_id, place)
) {STRICT};
