SELECT plan_id FROM plan_slug WHERE slug = $1
