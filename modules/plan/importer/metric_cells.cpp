// The values that stand alone in the cells of a table.
#include <cmath>

#include "plan/importer/dates.hpp"
#include "plan/importer/measure_words.hpp"
#include "plan/importer/metric.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

/// "Điểm", "Lớp" begin their cell with a capital; "TTHC" is written so.
static std::string unit_of_cell(std::string_view unit)
{
    unit = text::trim(unit);
    return is_upper_case(unit) ? std::string{unit} : text::lower(unit);
}

/// "1/3", "47/47" in a cell: the share, or all of them said once; the word behind.
static std::size_t share_in_cell(const Words& words, std::size_t at, Metric& metric)
{
    if (!words.is(at, "/") || at + 1 >= words.size() || !words[at + 1].digits) return at;
    const auto bottom = number_at(words, at + 1);
    if (!bottom || bottom->value < metric.value) return at;
    if (bottom->value > metric.value) {
        metric.value = std::round(10000.0 * metric.value / bottom->value) / 100.0;
        metric.unit = "%";
    }
    return bottom->end;
}

/// The value at word `at` of a cell, and the word behind it.
static std::size_t value_in_cell(const Words& words, std::size_t at, const Number& number,
                                 Metric& metric)
{
    metric.value = number.value;
    if (const auto op = operator_before(words, at)) metric.op = *op;
    auto end = number.end;
    if (words.is(end, "%")) {
        metric.unit = "%";
        ++end;
    }
    if (const auto op = operator_after(words, end)) metric.op = *op;
    return share_in_cell(words, end, metric);
}

std::vector<Metric> metrics_of_cell(std::string_view text, std::string_view unit)
{
    const Words words{text};
    std::vector<Metric> metrics;
    std::size_t part = 0;
    for (std::size_t at = 0; at < words.size();) {
        if (words.is(at, ";")) part = at + 1;
        const auto number = words[at].digits ? number_at(words, at) : std::nullopt;
        if (!number || (year_at(words, at) && unit != "đồng")) {
            ++at;
            continue;
        }
        Metric metric;
        metric.unit = unit_of_cell(unit);
        const auto end = value_in_cell(words, at, *number, metric);
        for (auto colon = part; colon < at; ++colon) {
            if (words.is(colon, ":")) metric.subject = words.slice(part, colon);
        }
        metrics.push_back(std::move(metric));
        at = end;
    }
    return metrics;
}

}  // namespace caicach::plan::importer
