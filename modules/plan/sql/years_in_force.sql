SELECT DISTINCT year FROM plan_edition WHERE state = 'in_force' ORDER BY year DESC
