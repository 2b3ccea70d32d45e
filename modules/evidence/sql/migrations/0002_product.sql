-- What a fact brings, in the words of plans: quotas count facts of their product.
ALTER TABLE evidence_fact ADD COLUMN product TEXT NOT NULL DEFAULT '';
