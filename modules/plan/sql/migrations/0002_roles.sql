-- Five roles in place of three: who carries the work out is not always who answers for it, nor is
-- who directs it the one who watches. A CHECK cannot be changed in place, so the table is made
-- anew; its rows keep their roles.
CREATE TABLE plan_item_agency_of_five (
    item_id INTEGER NOT NULL REFERENCES plan_item (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'perform', 'support', 'direct', 'oversee')),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    agency_id INTEGER,
    group_id INTEGER,
    PRIMARY KEY (item_id, role, number)
) {STRICT};
INSERT INTO plan_item_agency_of_five (item_id, role, number, text, agency_id, group_id)
SELECT item_id, role, number, text, agency_id, group_id FROM plan_item_agency;
DROP TABLE plan_item_agency;
ALTER TABLE plan_item_agency_of_five RENAME TO plan_item_agency;
CREATE INDEX plan_item_agency_by_agency ON plan_item_agency (agency_id);
CREATE INDEX plan_item_agency_by_group ON plan_item_agency (group_id);
