-- Filters of a page that a person keeps under a name. `place` is the code of the plan where the
-- filter means something in that plan alone, else empty. A shared one is shown to the agency.
CREATE TABLE obligation_saved_view (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    page TEXT NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    query TEXT NOT NULL,
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
    made_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (account_id, page, name_folded)
) {STRICT};
CREATE UNIQUE INDEX obligation_saved_view_default ON obligation_saved_view (account_id, page, place)
    WHERE is_default = 1;
CREATE INDEX obligation_saved_view_shared ON obligation_saved_view (agency_id, page)
    WHERE is_shared = 1;
