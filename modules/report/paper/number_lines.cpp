#include "report/paper/number_lines.hpp"

#include <algorithm>
#include <utility>

namespace caicach::report
{
namespace
{

using document::OfficialAlignment;

constexpr std::string_view equals = " = ";
constexpr std::string_view percent = "%";
constexpr std::string_view nothing = "–";

/// Two that ask for the same figure, of the period and of the year.
bool belong_together(const Indicator& one, const Indicator& next)
{
    return one.span == Span::period && next.span == Span::year_to_date && !one.figure.empty() &&
           one.figure == next.figure;
}

std::string with_unit(const FilledIndicator& one)
{
    auto text = number_text(one);
    const auto& unit = one.indicator->unit;
    if (text.empty() || unit.empty() || unit == percent) return text;
    if (one.indicator->adding == Adding::count_of_yes) return text;
    return text + " " + unit;
}

std::string line_of(const PaperNumber& number)
{
    const auto& indicator = *number.of_period->indicator;
    auto line = with_unit(*number.of_period);
    if (line.empty() && number.of_year == nullptr) return {};
    if (line.empty()) line = "chưa có số liệu";
    line = "- " + indicator.text + ": " + line;
    if (number.of_year == nullptr) return line;
    const auto year = with_unit(*number.of_year);
    return year.empty() ? line : line + "; lũy kế từ đầu năm: " + year;
}

std::string or_nothing(std::string text)
{
    return text.empty() ? std::string{nothing} : std::move(text);
}

}  // namespace

std::vector<PaperNumber> paper_numbers(std::span<const FilledIndicator* const> indicators)
{
    std::vector<PaperNumber> numbers;
    numbers.reserve(indicators.size());
    for (const auto* one : indicators) {
        const bool is_second =
            !numbers.empty() && numbers.back().of_year == nullptr &&
            belong_together(*numbers.back().of_period->indicator, *one->indicator);
        if (is_second)
            numbers.back().of_year = one;
        else
            numbers.push_back({.of_period = one});
    }
    return numbers;
}

std::string number_text(const FilledIndicator& indicator)
{
    const auto sent = indicator.sent();
    if (!sent) return {};
    const auto& asked = *indicator.indicator;
    if (asked.adding == Adding::count_of_yes) return sent->numerator != 0 ? "Có" : "Không";
    auto text = shown(asked, *sent);
    const auto at = text.find(equals);
    if (at != std::string::npos)
        return text.substr(at + equals.size()) + " (" + text.substr(0, at) + ")";
    if (asked.unit == percent) text += percent;
    return text;
}

std::vector<document::OfficialBlock> number_lines(std::span<const PaperNumber> numbers)
{
    std::vector<document::OfficialBlock> blocks;
    blocks.reserve(numbers.size());
    for (const auto& number : numbers) {
        auto line = line_of(number);
        if (!line.empty()) blocks.emplace_back(document::official_paragraph(std::move(line) + "."));
    }
    return blocks;
}

document::OfficialTable number_table(std::span<const PaperNumber> numbers)
{
    const bool has_year =
        std::ranges::any_of(numbers, [](const PaperNumber& one) { return one.of_year != nullptr; });
    document::OfficialTable table{
        .columns = {{.title = "STT", .share = 2, .alignment = OfficialAlignment::centre},
                    {.title = "Chỉ tiêu", .share = has_year ? 13 : 16},
                    {.title = "Đơn vị tính", .share = 4, .alignment = OfficialAlignment::centre},
                    {.title = has_year ? "Trong kỳ" : "Kết quả",
                     .share = 5,
                     .alignment = OfficialAlignment::right}}};
    if (has_year)
        table.columns.push_back(
            {.title = "Lũy kế từ đầu năm", .share = 5, .alignment = OfficialAlignment::right});
    table.rows.reserve(numbers.size());
    for (const auto& number : numbers) {
        const auto& indicator = *number.of_period->indicator;
        document::OfficialRow row{.cells = {std::to_string(table.rows.size() + 1), indicator.text,
                                            indicator.unit,
                                            or_nothing(number_text(*number.of_period))}};
        if (has_year)
            row.cells.push_back(
                number.of_year == nullptr ? "" : or_nothing(number_text(*number.of_year)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace caicach::report
