-- What an own plan says of each item in words; an element that was ticked before has none.
ALTER TABLE obligation_own_plan_line ADD COLUMN activity_text TEXT NOT NULL DEFAULT '';
ALTER TABLE obligation_own_plan_line ADD COLUMN form_text TEXT NOT NULL DEFAULT '';
ALTER TABLE obligation_own_plan_line ADD COLUMN time_text TEXT NOT NULL DEFAULT '';
ALTER TABLE obligation_own_plan_line ADD COLUMN doers_text TEXT NOT NULL DEFAULT '';
ALTER TABLE obligation_own_plan_line ADD COLUMN money_text TEXT NOT NULL DEFAULT '';

-- counted_on: the day on which the one was sent that was accepted first; an amendment keeps it.
-- fact_id: what the accepted one was recorded as; 0: none, or it was accepted before this was kept.
ALTER TABLE obligation_own_plan ADD COLUMN counted_on TEXT;
ALTER TABLE obligation_own_plan ADD COLUMN fact_id INTEGER NOT NULL DEFAULT 0;
UPDATE obligation_own_plan SET counted_on = sent_on WHERE state = 'accepted';
