#include "search/search.hpp"

#include <fmt/format.h>

#include "search/dialect.hpp"
#include "text/text.hpp"

namespace caicach::search
{

namespace
{

/// The name of an index comes from our own code, yet goes into SQL as it is.
void verify_index(std::string_view index)
{
    VERIFY(!index.empty() && index.size() < 60);
    for (const char c : index) VERIFY((c >= 'a' && c <= 'z') || c == '_');
}

constexpr std::string_view sqlite_matching = "FROM {0} WHERE {0} MATCH $1";
constexpr std::string_view postgres_matching = "FROM {0} WHERE words @@ cast($1 AS tsquery)";

// A word in the title counts as much as some in the body; weights as near to each other as two
// different formulas allow.
constexpr std::string_view sqlite_find =
    "SELECT rowid AS id, -bm25({0}, 4.0, 1.0) AS rank FROM {0} WHERE {0} MATCH $1 "
    "ORDER BY rank DESC, id DESC LIMIT $2 OFFSET $3";
constexpr std::string_view postgres_find =
    "SELECT id, ts_rank(words, cast($1 AS tsquery)) AS rank FROM {0} "
    "WHERE words @@ cast($1 AS tsquery) ORDER BY rank DESC, id DESC LIMIT $2 OFFSET $3";

constexpr std::string_view sqlite_newest =
    "WITH found (id) AS MATERIALIZED (SELECT rowid FROM {0} WHERE {0} MATCH $1 "
    "ORDER BY rowid DESC LIMIT $2) ";
// A tsquery's index cannot answer in order: it gives all hits, and of a common word nearly all
// there is. So the newest rows are read first, which has a bound and ends with the last hit wanted;
// only what is rare among them is looked up by the index. `id + 0` keeps that from being read in
// order of ids. Neither depends on what the planner knows of the words.
constexpr std::string_view postgres_newest =
    "WITH newest (id) AS MATERIALIZED (SELECT id FROM (SELECT id, words FROM {0} "
    "ORDER BY id DESC LIMIT {1}) AS last WHERE words @@ cast($1 AS tsquery) "
    "ORDER BY id DESC LIMIT $2), "
    "found (id) AS MATERIALIZED (SELECT id FROM newest WHERE (SELECT count(*) FROM newest) >= $2 "
    "UNION ALL SELECT id FROM (SELECT id FROM {0} WHERE words @@ cast($1 AS tsquery) "
    "AND (SELECT count(*) FROM newest) < $2 ORDER BY id + 0 DESC LIMIT $2) AS rare) ";
constexpr int newest_read_max = 2000;

}  // namespace

Result<void> put(database::Transaction& transaction, std::string_view index, std::int64_t id,
                 std::string_view title, std::string_view body)
{
    verify_index(index);
    const std::string title_nfc = text::nfc(within(title, indexed_bytes_max / 8, 1000));
    const std::string body_nfc = text::nfc(
        within(body, indexed_bytes_max - indexed_bytes_max / 8, indexed_words_max - 1010));
    TRY(remove(transaction, index, id));
    if (transaction.is_postgres()) {
        TRY(transaction.change(
            fmt::format("INSERT INTO {} (id, words) VALUES ($1, cast($2 AS tsvector))", index), id,
            postgres_words(title_nfc, body_nfc)));
    } else {
        TRY(transaction.change(
            fmt::format("INSERT INTO {} (rowid, title, body) VALUES ($1, $2, $3)", index), id,
            title_nfc, body_nfc));
    }
    return {};
}

Result<void> remove(database::Transaction& transaction, std::string_view index, std::int64_t id)
{
    verify_index(index);
    const std::string_view key = transaction.is_postgres() ? "id" : "rowid";
    TRY(transaction.change(fmt::format("DELETE FROM {} WHERE {} = $1", index, key), id));
    return {};
}

Result<std::vector<Hit>> find(database::Transaction& transaction, std::string_view index,
                              const Query& query, int limit, int offset)
{
    verify_index(index);
    VERIFY(limit > 0 && limit <= hits_max && offset >= 0);
    if (query.is_empty()) return std::vector<Hit>{};
    const std::string sql =
        fmt::format(fmt::runtime(transaction.is_postgres() ? postgres_find : sqlite_find), index);
    const auto hit = [](const database::Row& row) {
        return Hit{.id = row.integer("id"), .rank = row.real("rank")};
    };
    return transaction.all(sql, hit, matching_text(transaction, query), limit, offset);
}

std::string with_newest(const database::Transaction& transaction, std::string_view index,
                        std::string_view select)
{
    verify_index(index);
    const auto found = transaction.is_postgres() ? postgres_newest : sqlite_newest;
    return fmt::format(fmt::runtime(found), index, newest_read_max) + std::string(select);
}

std::string matching_text(const database::Transaction& transaction, const Query& query)
{
    return transaction.is_postgres() ? postgres_query(query) : fts5_query(query);
}

Result<std::vector<std::int64_t>> find_newest(database::Transaction& transaction,
                                              std::string_view index, const Query& query, int limit)
{
    return rows_of_newest(transaction, index, query, limit, "SELECT id FROM found ORDER BY id DESC",
                          [](const database::Row& row) { return row.integer("id"); });
}

Result<std::int64_t> count(database::Transaction& transaction, std::string_view index,
                           const Query& query)
{
    verify_index(index);
    if (query.is_empty()) return 0;
    const std::string matching = fmt::format(
        fmt::runtime(transaction.is_postgres() ? postgres_matching : sqlite_matching), index);
    const std::string sql = fmt::format(
        "SELECT count(*) AS count FROM (SELECT 1 AS one {} LIMIT {}) AS found", matching, hits_max);
    return transaction.one(
        sql, [](const database::Row& row) { return row.integer("count"); },
        matching_text(transaction, query));
}

Result<bool> finds(database::Transaction& transaction, std::string_view index, const Query& query,
                   std::int64_t id)
{
    verify_index(index);
    if (query.is_empty()) return false;
    const bool is_postgres = transaction.is_postgres();
    const std::string matching =
        fmt::format(fmt::runtime(is_postgres ? postgres_matching : sqlite_matching), index);
    const std::string sql = fmt::format("SELECT count(*) AS count {} AND {} = $2", matching,
                                        is_postgres ? "id" : "rowid");
    const auto found = TRY(transaction.one(
        sql, [](const database::Row& row) { return row.integer("count"); },
        matching_text(transaction, query), id));
    return found > 0;
}

}  // namespace caicach::search
