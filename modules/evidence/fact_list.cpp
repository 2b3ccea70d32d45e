#include "evidence/fact_list.hpp"

#include <charconv>
#include <limits>

#include "database/transaction.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/sql.hpp"

namespace caicach::evidence
{
namespace
{

/// Nothing happened before, nothing will be recorded after.
Date earliest() { return Date::create(1900, 1, 1).value_or(Date{}); }
Date latest() { return Date::create(9999, 12, 31).value_or(Date{}); }

}  // namespace

std::string text_of(const ListPlace& place)
{
    return place.happened_on.iso() + "." + std::to_string(place.id.value);
}

std::optional<ListPlace> place_from(std::string_view text)
{
    const auto point = text.find('.');
    if (point == std::string_view::npos) return {};
    const auto day = Date::from_iso(text.substr(0, point));
    const auto digits = text.substr(point + 1);
    ListPlace place;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), place.id.value);
    if (!day || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return {};
    place.happened_on = *day;
    return place;
}

Result<std::vector<RecordedFact>> listed_facts(database::Transaction& transaction,
                                               const ListQuery& query)
{
    const ListPlace first{.happened_on = latest(),
                          .id = FactId{std::numeric_limits<std::int64_t>::max()}};
    const auto before = query.before.value_or(first);
    const auto standing = query.standing ? name_of(*query.standing) : std::string_view{};
    return transaction.all(sql::listed_facts, fact_from, query.agency, query.product, standing,
                           query.from.value_or(earliest()), query.to.value_or(latest()),
                           before.happened_on, before.id, query.limit, query.kind);
}

}  // namespace caicach::evidence
