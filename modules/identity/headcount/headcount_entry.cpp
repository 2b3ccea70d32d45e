#include "identity/headcount/headcount_entry.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "database/transaction.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/sql.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

constexpr std::size_t faults_told_max = 20;
constexpr std::size_t columns = 5;

Error invalid(std::string_view key, std::string_view field)
{
    return {Failure::invalid, std::string(key), std::string(field), {}, {}};
}

/// The key of what was typed as key or as text, where there is such a category on that day.
std::optional<std::string> category_of(std::string_view typed, Date day)
{
    const auto wanted = text::fold(text::trim(typed));
    for (const auto& category : staff_categories_on(day))
        if (category.key == typed || text::fold(category.text) == wanted) return category.key;
    return std::nullopt;
}

/// "1.234" as people write it, or plain digits.
std::optional<std::int64_t> number_of(std::string_view typed)
{
    const auto digits = text::replace_all(text::trim(typed), ".", "");
    std::int64_t number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

std::optional<Date> day_of(std::string_view typed)
{
    const auto iso = Date::from_iso(text::trim(typed));
    return iso ? iso : Date::from_vietnamese(text::trim(typed));
}

Result<void> check(const Headcount& number, Date today)
{
    if (!category_of(number.category, number.from))
        return tl::unexpected(invalid("identity.headcount.category", "category"));
    if (number.people < 0 || number.people > limits::people_max)
        return tl::unexpected(invalid("identity.headcount.people", "people"));
    if (number.from > today) return tl::unexpected(invalid("identity.headcount.future", "from"));
    if (text::trim(number.source).empty())
        return tl::unexpected(invalid("identity.headcount.source", "source"));
    return {};
}

Result<Headcount> read_line(database::Transaction& transaction,
                            const std::vector<std::string_view>& cells, Date today)
{
    if (cells.size() != columns)
        return tl::unexpected(invalid("identity.headcount.columns", "table"));
    const auto agency = TRY(organisation::agency_by_code(transaction, text::trim(cells[0]), today));
    const auto from = day_of(cells[2]);
    if (!from) return tl::unexpected(invalid("identity.headcount.day", "table"));
    const auto category = category_of(cells[1], *from);
    if (!category) return tl::unexpected(invalid("identity.headcount.category", "table"));
    const auto people = number_of(cells[3]);
    if (!people) return tl::unexpected(invalid("identity.headcount.people", "table"));
    Headcount number{.agency = agency.id,
                     .category = *category,
                     .from = *from,
                     .people = *people,
                     .source = text::clean_input(cells[4])};
    TRY(check(number, today));
    return number;
}

}  // namespace

Result<void> save_headcount(Context& context, database::Transaction& transaction,
                            const Headcount& number)
{
    TRY(context.require(manage_headcount, organisation::scope_of(number.agency)));
    TRY(check(number, context.today()));
    const auto people = [](const database::Row& row) { return row.integer("people"); };
    const auto before = TRY(transaction.maybe_one(sql::headcount_people, people, number.agency,
                                                  number.category, number.from));
    TRY(transaction.change(sql::save_headcount, number.agency, number.category, number.from,
                           number.people, number.source));
    const auto fields_of = [&](std::int64_t count) {
        return json::Value::object()
            .set("category", number.category)
            .set("from", number.from.iso())
            .set("people", count);
    };
    return context.record(
        transaction, "identity.headcount.saved", "agency", number.agency.value,
        change_detail(before ? fields_of(*before) : json::Value{}, fields_of(number.people)));
}

PastedHeadcounts read_headcounts(database::Transaction& transaction, std::string_view table,
                                 Date today)
{
    PastedHeadcounts pasted;
    int line_number = 0;
    for (const auto line : text::split(table, '\n')) {
        ++line_number;
        if (text::trim(line).empty() || (line_number == 1 && line.starts_with("Mã"))) continue;
        if (pasted.numbers.size() >= limits::headcount_lines_max) {
            pasted.faults.push_back({line_number, invalid("identity.headcount.too_many", "table")});
            break;
        }
        const char separator = line.find('\t') == std::string_view::npos ? ';' : '\t';
        auto number = read_line(transaction, text::split(line, separator), today);
        if (number) {
            pasted.numbers.push_back(std::move(*number));
        } else {
            pasted.faults.push_back({line_number, std::move(number).error()});
        }
        if (pasted.faults.size() >= faults_told_max) break;
    }
    return pasted;
}

}  // namespace caicach::identity
