-- What all agencies owe by one item, in the order of its days: lists of it walked over all of the
-- plan until they had a page.
CREATE INDEX obligation_by_item ON obligation_obligation (plan_id, lineage, due_on, id)
    WHERE parent_id = 0;
