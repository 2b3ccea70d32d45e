SELECT article_id FROM newsroom_slug WHERE slug = $1
