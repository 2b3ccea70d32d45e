-- Obstacles that agencies meet with what they owe. Plan, item and agency stand here besides the
-- obligation, so that lists and counts ask one table. People stand in the steps by their account
-- alone, so that one who asks to be forgotten is.
CREATE TABLE obligation_obstacle (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    obligation_id INTEGER NOT NULL REFERENCES obligation_obligation (id),
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    agency_id INTEGER NOT NULL,
    handler_id INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('guidance', 'money', 'people', 'systems', 'coordination', 'other')),
    problem TEXT NOT NULL,
    wish TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'forwarded', 'answered', 'closed')),
    raised_at TEXT NOT NULL,
    version INTEGER NOT NULL
) {STRICT};
CREATE INDEX obligation_obstacle_of ON obligation_obstacle (obligation_id, id);
CREATE INDEX obligation_obstacle_by_agency ON obligation_obstacle (agency_id, id);
CREATE INDEX obligation_obstacle_by_handler ON obligation_obstacle (handler_id, state, id);
CREATE INDEX obligation_obstacle_by_plan ON obligation_obstacle (plan_id, id);

-- What was done about an obstacle, appended.
CREATE TABLE obligation_obstacle_step (
    id INTEGER PRIMARY KEY,
    obstacle_id INTEGER NOT NULL REFERENCES obligation_obstacle (id),
    step TEXT NOT NULL
        CHECK (step IN ('raised', 'forwarded', 'answered', 'asked_again', 'closed')),
    text TEXT NOT NULL,
    agency_id INTEGER NOT NULL,
    to_agency_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    attachment_id INTEGER NOT NULL,
    taken_at TEXT NOT NULL
) {STRICT};
CREATE INDEX obligation_obstacle_step_of ON obligation_obstacle_step (obstacle_id, id);
CREATE INDEX obligation_obstacle_step_by_account ON obligation_obstacle_step (account_id, id);
CREATE UNIQUE INDEX obligation_obstacle_step_file ON obligation_obstacle_step (attachment_id)
    WHERE attachment_id <> 0;
