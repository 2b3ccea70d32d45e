#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "database/transaction.hpp"
#include "search/query.hpp"

/// Full text search, with the same hits on SQLite (FTS5) and PostgreSQL (tsvector). A word typed
/// without diacritics finds all its spellings ("duong": đường, dương); one typed with them finds
/// itself only.
///
/// A migration makes an index by one line that both databases read, one index for each kind of
/// thing that is found, named `<module>_search` (letters a–z and `_`):
///
///     {SEARCH_INDEX plan_search};
///
/// The index holds ids and words only; a module reads its own rows by the ids that it is answered.
namespace caicach::search
{

inline constexpr int hits_max = 1000;

struct Hit {
    std::int64_t id{};
    double rank{};  ///< higher is better; comparable within one answer only
};

/// Makes `id` found by these texts, in the place of what it had. Of a long body the first 224 KiB
/// and some 15,000 words are indexed.
[[nodiscard]] Result<void> put(database::Transaction& transaction, std::string_view index,
                               std::int64_t id, std::string_view title, std::string_view body);

/// Nothing happens where `id` is not there.
[[nodiscard]] Result<void> remove(database::Transaction& transaction, std::string_view index,
                                  std::int64_t id);

/// The best hits first (title before body), the newest of
/// equals first. A query without any word finds nothing.
[[nodiscard]] Result<std::vector<Hit>> find(database::Transaction& transaction,
                                            std::string_view index, const Query& query, int limit,
                                            int offset = 0);

/// The ids of the newest hits (the highest ids), newest first. Costs what it answers, not what
/// there is: ranking by `find` looks at every hit.
[[nodiscard]] Result<std::vector<std::int64_t>> find_newest(database::Transaction& transaction,
                                                            std::string_view index,
                                                            const Query& query, int limit);

/// A statement that reads the newest hits as a table `found (id)`, before the module's own `select`
/// from it: $1 is the query, $2 how many.
[[nodiscard]] std::string with_newest(const database::Transaction& transaction,
                                      std::string_view index, std::string_view select);
/// A query as $1 has it.
[[nodiscard]] std::string matching_text(const database::Transaction& transaction,
                                        const Query& query);

/// Rows of the module's own for the newest hits, in one statement: `select` reads `found (id)` and
/// has its own parameters from $3 on.
template <class Map, class... A>
[[nodiscard]] Result<std::vector<std::invoke_result_t<Map&, const database::Row&>>> rows_of_newest(
    database::Transaction& transaction, std::string_view index, const Query& query, int limit,
    std::string_view select, Map map, const A&... parameters)
{
    VERIFY(limit > 0 && limit <= hits_max);
    if (query.is_empty()) return std::vector<std::invoke_result_t<Map&, const database::Row&>>{};
    return transaction.all(with_newest(transaction, index, select), std::move(map),
                           matching_text(transaction, query), limit, parameters...);
}

/// How many there are, up to `hits_max`.
[[nodiscard]] Result<std::int64_t> count(database::Transaction& transaction, std::string_view index,
                                         const Query& query);

/// Whether `id` is among what the query finds, however many that are.
[[nodiscard]] Result<bool> finds(database::Transaction& transaction, std::string_view index,
                                 const Query& query, std::int64_t id);

}  // namespace caicach::search
