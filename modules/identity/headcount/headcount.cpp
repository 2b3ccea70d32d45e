#include "identity/headcount/headcount.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "database/transaction.hpp"
#include "identity/access/access_snapshot.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/limits.hpp"
#include "identity/reference_files.hpp"
#include "identity/sql.hpp"
#include "identity/staff_categories_file.hpp"
#include "manifest/row_days.hpp"
#include "text/collate.hpp"

namespace caicach::identity
{

namespace
{

using organisation::AgencyId;
using organisation::Figure;
using organisation::Total;

Result<std::vector<StaffCategory>> read_categories(const text::Table& table)
{
    std::vector<StaffCategory> categories;
    for (const auto& row : table.rows()) {
        StaffCategory category{.source = std::string(table.at(row, "source"))};
        category.key = TRY(text::required_text(table, row, "key"));
        category.text = TRY(text::required_text(table, row, "text"));
        category.adds = TRY(text::yes_or_no(table, row, "adds"));
        const auto days = TRY(row_days(table, row));
        category.validity = {days.from, days.to};
        categories.push_back(std::move(category));
    }
    return categories;
}

/// Numbers of people stand in the database under these keys.
Result<void> check_categories(const text::Table& table)
{
    TRY(read_categories(table));
    const auto built_in = TRY(text::Table::parse(staff_categories_file::staff_categories));
    return text::require_keys(table, built_in);
}

std::vector<Figure> figures_of(const std::vector<Total>& totals, Date day)
{
    std::vector<Figure> figures;
    figures.reserve(totals.size());
    for (const auto& [agency, amount] : totals) figures.push_back({agency, day, amount});
    return figures;
}

void replace(std::vector<Total>& totals, const Headcount& recorded)
{
    const auto found = std::ranges::find(totals, recorded.agency, &Total::agency);
    if (found == totals.end()) {
        totals.push_back({recorded.agency, recorded.people});
    } else {
        found->amount = recorded.people;
    }
}

Result<std::vector<Headcount>> recorded_until(database::Transaction& transaction, Date day)
{
    const auto read = [](const database::Row& row) {
        return Headcount{.agency = row.id<AgencyId>("agency_id"),
                         .category = row.string("category"),
                         .from = row.date("valid_from"),
                         .people = row.integer("people"),
                         .source = row.string("source")};
    };
    return transaction.all(sql::headcounts_until, read, day, limits::headcounts_max);
}

/// By agency; `as_of` is the day itself, or a later one whose agencies answer for the people.
Result<std::map<AgencyId, AgencyHeadcount>> by_agency(database::Transaction& transaction, Date day,
                                                      Date as_of)
{
    const auto all = TRY(recorded_until(transaction, day));
    const auto succession = TRY(organisation::succession(transaction));
    std::map<AgencyId, AgencyHeadcount> agencies;
    for (const auto& category : staff_categories_on(day)) {
        std::vector<Headcount> own;
        std::ranges::copy_if(all, std::back_inserter(own),
                             [&](const Headcount& one) { return one.category == category.key; });
        const auto then = headcounts_on(succession, std::move(own), day);
        for (const auto& [agency, people] : succession.as_of(as_of, figures_of(then, day))) {
            auto& found = agencies[agency];
            found.agency = agency;
            found.numbers.push_back({category.key, people, category.adds});
        }
    }
    return agencies;
}

Result<std::vector<AgencyHeadcount>> in_order(database::Transaction& transaction,
                                              std::map<AgencyId, AgencyHeadcount> agencies,
                                              Date day)
{
    std::vector<std::pair<std::string, AgencyHeadcount>> named;
    for (auto& [id, agency] : agencies) {
        auto found = TRY(organisation::agency_by_id(transaction, id, day));
        named.emplace_back(text::collation_key(found.name), std::move(agency));
    }
    std::ranges::sort(named, {}, [](const auto& pair) -> const auto& { return pair.first; });
    std::vector<AgencyHeadcount> ordered;
    ordered.reserve(named.size());
    for (auto& [key, agency] : named) ordered.push_back(std::move(agency));
    return ordered;
}

}  // namespace

text::ReferenceFile staff_categories_table()
{
    return {"staff_categories.csv", staff_categories_file::staff_categories, check_categories};
}

std::vector<StaffCategory> staff_categories_on(Date day)
{
    // Once: a province's own table is in its place before anybody asks, and was checked.
    static const auto all = [] {
        const auto table = MUST(text::table_of(staff_categories_table()));
        return MUST(read_categories(table));
    }();
    std::vector<StaffCategory> categories;
    for (const auto& row : all) {
        const bool is_known = std::ranges::any_of(all, [&](const auto& each) {
            return each.key == row.key && each.validity.from < row.validity.from;
        });
        const bool is_first_law_to_come = !is_known && day < row.validity.from;
        if (is_first_law_to_come || row.validity.holds_on(day)) categories.push_back(row);
    }
    return categories;
}

std::vector<Total> headcounts_on(const organisation::Succession& succession,
                                 std::vector<Headcount> recorded, Date day)
{
    std::erase_if(recorded, [&](const Headcount& one) { return one.from > day; });
    std::ranges::stable_sort(recorded, {}, &Headcount::from);
    std::vector<Total> totals;
    Date at = recorded.empty() ? day : recorded.front().from;
    for (const auto& one : recorded) {
        // What was decided meanwhile moves what was counted before; the new number then stands.
        if (one.from > at) totals = succession.as_of(one.from, figures_of(totals, at));
        at = one.from;
        replace(totals, one);
    }
    return succession.as_of(day, figures_of(totals, at));
}

std::int64_t AgencyHeadcount::total() const
{
    std::int64_t sum = 0;
    for (const auto& number : numbers)
        if (number.adds) sum += number.people;
    return sum;
}

std::int64_t AgencyHeadcount::of(std::string_view category) const
{
    const auto found = std::ranges::find(numbers, category, &StaffNumber::category);
    return found == numbers.end() ? 0 : found->people;
}

void AgencyHeadcount::add(const AgencyHeadcount& more)
{
    for (const auto& number : more.numbers) {
        const auto found = std::ranges::find(numbers, number.category, &StaffNumber::category);
        if (found == numbers.end()) {
            numbers.push_back(number);
        } else {
            found->people += number.people;
        }
    }
}

Result<AgencyHeadcount> headcount(database::Transaction& transaction, AgencyId agency, Date day)
{
    auto agencies = TRY(by_agency(transaction, day, day));
    const auto found = agencies.find(agency);
    if (found == agencies.end()) return AgencyHeadcount{.agency = agency};
    return std::move(found->second);
}

Result<std::vector<AgencyHeadcount>> headcounts(database::Transaction& transaction, Date day)
{
    return headcounts_as_of(transaction, day, day);
}

Result<AgencyHeadcount> headcount_of_branch(database::Transaction& transaction, AgencyId branch,
                                            Date day)
{
    const auto agencies = TRY(by_agency(transaction, day, day));
    const auto tree = TRY(read_tree(transaction, day));
    AgencyHeadcount sum{.agency = branch};
    for (const auto& [id, agency] : agencies) {
        if (tree.contains(organisation::scope_of(branch), organisation::scope_of(id)))
            sum.add(agency);
    }
    return sum;
}

Result<std::vector<AgencyHeadcount>> headcounts_as_of(database::Transaction& transaction, Date day,
                                                      Date as_of)
{
    auto agencies = TRY(by_agency(transaction, day, as_of));
    return in_order(transaction, std::move(agencies), as_of);
}

}  // namespace caicach::identity
