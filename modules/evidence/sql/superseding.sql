SELECT id FROM evidence_fact WHERE supersedes = $1
