-- Who gets an agency's newsletter by letter. An address is there from when its owner asks until he
-- leaves; what stays then says when somebody agreed to which wording, and nobody who.
CREATE TABLE channel_subscriber (
    id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL,
    address TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'left', 'bounced')),
    wording INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    letters INTEGER NOT NULL,
    letter_at TEXT NOT NULL,
    confirmed_at TEXT,
    ended_at TEXT,
    CHECK ((state IN ('waiting', 'confirmed')) = (address <> '')),
    CHECK ((state IN ('left', 'bounced')) = (ended_at IS NOT NULL)),
    CHECK (state <> 'confirmed' OR confirmed_at IS NOT NULL)
) {STRICT};
CREATE UNIQUE INDEX channel_subscriber_address ON channel_subscriber (agency_id, address)
    WHERE address <> '';
CREATE INDEX channel_subscriber_by_address ON channel_subscriber (address) WHERE address <> '';
CREATE INDEX channel_subscriber_confirmed ON channel_subscriber (agency_id, id)
    WHERE state = 'confirmed';
CREATE INDEX channel_subscriber_ended ON channel_subscriber (agency_id, ended_at)
    WHERE ended_at IS NOT NULL;
CREATE INDEX channel_subscriber_waiting ON channel_subscriber (letter_at) WHERE state = 'waiting';
