-- Whether a measure is for each agency by itself or for all of them together: '' as the plan's
-- words say. `direction`, beside the words and the unit that stand there already, is what the
-- measure was when the rule was stated. `continues`: the measure whose numbers this one goes on
-- with; '-': none.
ALTER TABLE obligation_measure_rule ADD COLUMN scope TEXT NOT NULL DEFAULT ''
    CHECK (scope IN ('', 'each', 'together'));
ALTER TABLE obligation_measure_rule ADD COLUMN direction TEXT NOT NULL DEFAULT '';
ALTER TABLE obligation_measure_rule ADD COLUMN continues TEXT NOT NULL DEFAULT '';

-- What was measured, in the plan's words of that day, and in which unit; empty where the number was
-- stated before these were kept.
ALTER TABLE obligation_measurement ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE obligation_measurement ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE obligation_measurement ADD COLUMN direction TEXT NOT NULL DEFAULT '';

-- Appraisals and spendings are appended, too.
-- sqlite:
CREATE TRIGGER obligation_budget_appraisal_no_update BEFORE UPDATE ON obligation_budget_appraisal
BEGIN
    SELECT RAISE(ABORT, 'obligation_budget_appraisal is appended only');
END;
CREATE TRIGGER obligation_budget_appraisal_no_delete BEFORE DELETE ON obligation_budget_appraisal
BEGIN
    SELECT RAISE(ABORT, 'obligation_budget_appraisal is appended only');
END;
CREATE TRIGGER obligation_budget_spending_no_update BEFORE UPDATE ON obligation_budget_spending
BEGIN
    SELECT RAISE(ABORT, 'obligation_budget_spending is appended only');
END;
CREATE TRIGGER obligation_budget_spending_no_delete BEFORE DELETE ON obligation_budget_spending
BEGIN
    SELECT RAISE(ABORT, 'obligation_budget_spending is appended only');
END;
-- postgres:
CREATE TRIGGER obligation_budget_appraisal_no_change
    BEFORE UPDATE OR DELETE ON obligation_budget_appraisal
    FOR EACH ROW EXECUTE FUNCTION obligation_refuse_change();
CREATE TRIGGER obligation_budget_spending_no_change
    BEFORE UPDATE OR DELETE ON obligation_budget_spending
    FOR EACH ROW EXECUTE FUNCTION obligation_refuse_change();
-- both:
