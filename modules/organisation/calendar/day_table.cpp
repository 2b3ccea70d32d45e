#include <array>

#include "calendar/special_day.hpp"
#include "document/csv_reader.hpp"
#include "document/csv_writer.hpp"
#include "organisation/calendar/limits.hpp"
#include "organisation/calendar/special_days.hpp"
#include "organisation/reference_data.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

using calendar::SpecialDay;

constexpr std::array<std::string_view, 5> titles{"Từ ngày", "Đến ngày", "Loại", "Tên", "Căn cứ"};

std::optional<Date> day_in(std::string_view cell)
{
    const auto iso = Date::from_iso(cell);
    return iso ? iso : Date::from_vietnamese(cell);
}

/// The key, or the words in any spelling of case and diacritics.
std::optional<calendar::DayKind> kind_in(std::string_view cell)
{
    for (const auto kind : calendar::day_kinds)
        if (cell == calendar::name_of(kind) ||
            text::fold(cell) == text::fold(calendar::label(kind)))
            return kind;
    return {};
}

Result<SpecialDay> day_in_row(const document::RecordRow& row)
{
    const auto cell = [&](std::size_t column) {
        return column < row.cells.size() ? text::squeeze(row.cells[column]) : std::string();
    };
    const auto from = day_in(cell(0));
    const auto to = cell(1).empty() ? from : day_in(cell(1));
    const auto kind = kind_in(cell(2));
    if (!from || !to || !kind)
        return failure(Failure::invalid, "organisation.calendar.row", "table",
                       {std::to_string(row.number)});
    SpecialDay day{.from = *from, .to = *to, .kind = *kind, .name = cell(3), .source = cell(4)};
    const auto checked = check(day);
    if (checked) return day;
    auto error = checked.error();
    error.field = "table";
    return tl::unexpected<Error>(std::move(error));
}

bool is_title(const document::RecordRow& row)
{
    return !row.cells.empty() && text::fold(row.cells.front()) == text::fold(titles.front());
}

}  // namespace

Result<std::vector<SpecialDay>> days_in_table(std::string_view text)
{
    auto rows = document::read_csv(text);
    if (!rows) {
        rows.error().field = "table";
        return tl::unexpected<Error>(std::move(rows.error()));
    }
    std::vector<SpecialDay> days;
    for (const auto& row : *rows) {
        if (is_title(row)) continue;
        auto day = TRY(day_in_row(row));
        days.push_back(std::move(day));
        if (days.size() > limits::pasted_rows_max)
            return failure(Failure::invalid, "organisation.calendar.rows_too_many", "table",
                           {std::to_string(limits::pasted_rows_max)});
    }
    if (days.empty())
        return failure(Failure::invalid, "organisation.calendar.rows_missing", "table");
    return days;
}

std::string days_csv(std::span<const KeptDay> days)
{
    document::CsvWriter writer;
    writer.add_row(titles);
    for (const auto& [id, day, version] : days) {
        const std::array<std::string, 5> cells{day.from.vietnamese(), day.to.vietnamese(),
                                               std::string(calendar::label(day.kind)), day.name,
                                               day.source};
        writer.add_row(cells);
    }
    return writer.take();
}

Result<std::vector<SpecialDay>> reference_days()
{
    const auto table = TRY(text::Table::parse(reference_data::days_off));
    std::vector<SpecialDay> days;
    for (const auto& row : table.rows()) {
        const auto from = Date::from_iso(table.at(row, "from"));
        const auto to = Date::from_iso(table.at(row, "to"));
        const auto kind = calendar::day_kind_from(table.at(row, "kind"));
        if (!from || !to || !kind) return text::malformed_line(row.line, table.at(row, "name"));
        days.push_back({.from = *from,
                        .to = *to,
                        .kind = *kind,
                        .name = std::string(table.at(row, "name")),
                        .source = std::string(table.at(row, "source"))});
        if (!check(days.back())) return text::malformed_line(row.line, table.at(row, "name"));
    }
    return days;
}

}  // namespace caicach::organisation
