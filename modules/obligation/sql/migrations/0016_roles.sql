-- Which agencies a plan names for an item besides those that owe it: who leads what others perform,
-- helps, directs or oversees. Groups and mergers as of the last generation; `lineage` is that of
-- the item that is owed where a duty is stated twice.
CREATE TABLE obligation_role (
    agency_id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    lineage INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('lead', 'support', 'direct', 'oversee')),
    PRIMARY KEY (agency_id, plan_id, lineage, role)
) {STRICT};
CREATE INDEX obligation_role_of_item ON obligation_role (plan_id, lineage);

-- What waits for an answer, for the reminders of a day: it does not grow with the years.
CREATE INDEX obligation_obstacle_waiting ON obligation_obstacle (id)
    WHERE state IN ('open', 'forwarded');
