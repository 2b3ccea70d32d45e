-- Days that are not as their weekday says; reference_key is the first day of the row of
-- data/reference/days_off.csv it came from, so that what people changed or removed stays so.
CREATE TABLE organisation_special_day (
    id INTEGER PRIMARY KEY,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    reference_key TEXT UNIQUE,
    is_removed INTEGER NOT NULL CHECK (is_removed IN (0, 1)),
    version INTEGER NOT NULL,
    CHECK (last_day >= first_day)
) {STRICT};
CREATE INDEX organisation_special_day_first ON organisation_special_day (first_day);

-- Hours by weekday ("07:00–11:30, 13:30–17:00"; empty: closed), from a day to a day, of an agency;
-- agency 0 is the whole province. A row is never edited: a later one takes its place.
CREATE TABLE organisation_office_hours (
    agency_id INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    monday TEXT NOT NULL,
    tuesday TEXT NOT NULL,
    wednesday TEXT NOT NULL,
    thursday TEXT NOT NULL,
    friday TEXT NOT NULL,
    saturday TEXT NOT NULL,
    sunday TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (agency_id, valid_from),
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
) {STRICT};
