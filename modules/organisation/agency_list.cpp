#include "organisation/agency_list.hpp"

#include <cstdint>
#include <string>

#include "organisation/limits.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"
#include "text/collate.hpp"

namespace caicach::organisation
{
namespace
{

std::size_t found_in(const database::Row& row)
{
    return static_cast<std::size_t>(row.integer("found"));
}

struct SortedName {
    std::int64_t row{};
    std::string key{};
};

}  // namespace

Result<AgencyList> agency_list(database::Transaction& transaction, const AgencyListAsked& asked)
{
    const auto count = static_cast<std::int64_t>(asked.count);
    const auto first = static_cast<std::int64_t>(asked.first);
    AgencyList list;
    if (asked.kind.empty()) {
        list.found = TRY(transaction.one(sql::agency_count, found_in, asked.day));
        list.agencies =
            TRY(transaction.all(sql::agency_page, agency_from, asked.day, count, first));
    } else {
        list.found =
            TRY(transaction.one(sql::agency_count_of_kind, found_in, asked.day, asked.kind));
        list.agencies = TRY(transaction.all(sql::agency_page_of_kind, agency_from, asked.day, count,
                                            first, asked.kind));
    }
    return list;
}

Result<std::vector<AgencySummary>> agency_choices(database::Transaction& transaction, Date day)
{
    auto list = TRY(agency_list(transaction, {.day = day, .count = limits::choices_max}));
    if (list.found > limits::choices_max) list.agencies.clear();
    return std::move(list.agencies);
}

Result<void> refresh_sort_keys(database::Transaction& transaction)
{
    std::vector<SortedName> changed;
    const auto compare = [&](const database::Row& row) {
        auto key = text::collation_key(row.text("name"));
        if (key != row.text("sort_key")) changed.push_back({row.integer("id"), std::move(key)});
    };
    TRY(transaction.each(sql::names_to_sort, compare));
    for (const auto& [row, key] : changed)
        TRY(transaction.change_one(sql::save_sort_key, row, std::string_view(key)));
    return {};
}

}  // namespace caicach::organisation
