-- What an agency has begun to report and not sent yet: one draft for each obligation, for all of
-- the agency. The texts are as typed. Obligations that a plan asks for no more may go while a draft
-- is left, so that it names none by a foreign key: it ends by its age. The version is never used
-- twice, also not by the next draft of the same obligation.
CREATE TABLE obligation_draft (
    obligation_id INTEGER PRIMARY KEY,
    agency_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    quantity TEXT NOT NULL,
    link TEXT NOT NULL,
    attachment_id INTEGER NOT NULL,
    saved_by INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
CREATE INDEX obligation_draft_of_agency ON obligation_draft (agency_id, saved_at);
CREATE INDEX obligation_draft_by_age ON obligation_draft (saved_at);
CREATE INDEX obligation_draft_by_account ON obligation_draft (saved_by, saved_at);
CREATE UNIQUE INDEX obligation_draft_file ON obligation_draft (attachment_id)
    WHERE attachment_id <> 0;

-- Which sendings of the form of results were taken, by the key that the form carries: what is sent
-- again, because its answer was lost, is not reported again.
CREATE TABLE obligation_sending (
    obligation_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    PRIMARY KEY (obligation_id, key)
) {STRICT};
CREATE INDEX obligation_sending_by_age ON obligation_sending (taken_at);
