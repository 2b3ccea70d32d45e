-- What is new waits in a list that each search reads whole, until there are thousands: a portal is
-- read far more often than written, so new articles go into the index at once.
-- postgres:
ALTER INDEX newsroom_search_words SET (fastupdate = off);
SELECT gin_clean_pending_list('newsroom_search_words');
-- both:
