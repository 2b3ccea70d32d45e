#include "obligation/target/measure.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "obligation/target/hundredths.hpp"

namespace caicach::obligation
{
namespace
{

struct ReachedText {
    Reached reached{};
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<ReachedText, 3> reached_texts{{{Reached::reached, "reached", "Đạt"},
                                                    {Reached::not_yet, "not_yet", "Chưa đạt"},
                                                    {Reached::unknown, "unknown", "Chưa rõ"}}};

constexpr std::int64_t whole_percent = 100;

/// What is asked, as a fraction: "1/3" is exact where 33,33 % is not.
struct Asked {
    std::int64_t top{};
    std::int64_t bottom{1};
};

std::optional<Asked> fraction_in(std::string_view printed)
{
    Asked asked;
    const auto* const end = printed.data() + printed.size();
    const auto top = std::from_chars(printed.data(), printed.data() + printed.size(), asked.top);
    if (top.ec != std::errc{} || top.ptr == end || *top.ptr != '/') return {};
    const auto bottom = std::from_chars(top.ptr + 1, end, asked.bottom);
    if (bottom.ec != std::errc{} || bottom.ptr != end || asked.bottom <= 0) return {};
    return asked;
}

bool is_percentage(const Measure& measure) { return measure.metric.unit == "%"; }

/// As a share of one, of a percentage; else the number itself.
Asked asked_of(const Measure& measure)
{
    const auto& metric = measure.metric;
    if (is_percentage(measure)) {
        if (const auto fraction = fraction_in(metric.printed)) return *fraction;
        // "hai phần ba số xã" is read as 66,67 %, which two of three never reach.
        constexpr std::array<std::pair<double, Asked>, 2> thirds{
            {{33.33, {1, 3}}, {66.67, {2, 3}}}};
        for (const auto& [percent, third] : thirds)
            if (metric.value == percent) return third;
    }
    const auto value = std::llround(metric.value * static_cast<double>(hundredths));
    return {value, is_percentage(measure) ? hundredths * whole_percent : hundredths};
}

/// What was stated, as a fraction, too. Nothing where it cannot be told.
struct Stated {
    std::int64_t top{};
    std::int64_t bottom{};
};

std::int64_t change_between(const Measure& measure, std::int64_t now, std::int64_t before)
{
    return measure.metric.direction == "decrease" ? before - now : now - before;
}

std::optional<Stated> stated_of(const Measure& measure, const Amounts& amounts)
{
    const bool percent = is_percentage(measure);
    if (amounts.is_pair() && measure.kind() != MeasureKind::count) {
        const bool is_change = measure.kind() == MeasureKind::change;
        const auto top = is_change
                             ? change_between(measure, *amounts.numerator, *amounts.denominator)
                             : *amounts.numerator;
        if (!percent) return Stated{top, hundredths};
        if (*amounts.denominator == 0) return {};
        return Stated{top, *amounts.denominator};
    }
    if (!amounts.value) return {};
    return Stated{*amounts.value, percent ? hundredths * whole_percent : hundredths};
}

/// Sums of a province times a percentage's ten thousand stay exact in 64 bits of mantissa.
int compare(const Stated& stated, const Asked& asked)
{
    const auto left = static_cast<long double>(stated.top) * static_cast<long double>(asked.bottom);
    const auto right =
        static_cast<long double>(asked.top) * static_cast<long double>(stated.bottom);
    return left < right ? -1 : left > right ? 1 : 0;
}

bool satisfies(std::string_view op, int order)
{
    if (op == ">") return order > 0;
    if (op == "<") return order < 0;
    if (op == "<=") return order <= 0;
    return order >= 0;
}

bool is_upper_bound(std::string_view op) { return op.starts_with('<'); }

std::string with_unit(const Measure& measure, std::int64_t number)
{
    const auto& unit = measure.metric.unit;
    const auto space = unit.empty() || unit == "%" ? "" : " ";
    return number_text(number) + space + unit;
}

std::string change_text(const Measure& measure, std::int64_t change)
{
    const bool falls = (measure.metric.direction == "decrease") == (change >= 0);
    return (falls ? "giảm " : "tăng ") + with_unit(measure, std::abs(change));
}

void add(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& part)
{
    if (part) sum = sum.value_or(0) + *part;
}

/// Every agency answers for itself.
void add_answers(Total& total, std::span<const Amounts> known)
{
    for (const auto& amounts : known) {
        if (!amounts.is_so) continue;
        ++total.stated;
        total.amounts.is_so = total.amounts.is_so.value_or(true) && *amounts.is_so;
    }
    if (!total.amounts.is_so) return;
    // One that is not so is enough; that all are so takes all of them.
    if (!*total.amounts.is_so) {
        total.reached = Reached::not_yet;
    } else if (total.missing() == 0) {
        total.reached = Reached::reached;
    } else {
        total.amounts.is_so.reset();
    }
}

void add_counts(Total& total, const Measure& measure, std::span<const Amounts> known)
{
    for (const auto& amounts : known) {
        if (!amounts.value) continue;
        ++total.stated;
        add(total.amounts.value, amounts.value);
    }
    if (total.stated == 0) return;
    const auto now = judge(measure, total.amounts);
    // Counts only grow: what is passed stays passed.
    const bool is_final =
        is_upper_bound(measure.metric.op) ? now == Reached::not_yet : now == Reached::reached;
    if (is_final || total.missing() == 0) total.reached = now;
}

void add_pairs(Total& total, const Measure& measure, std::span<const Amounts> known)
{
    for (const auto& amounts : known) {
        if (!amounts.is_pair() && !amounts.value) continue;
        ++total.stated;
        // What one agency alone states is the whole, also as a plain percentage.
        if (!amounts.is_pair() && total.expected > 1) {
            ++total.apart;
            continue;
        }
        add(total.amounts.numerator, amounts.numerator);
        add(total.amounts.denominator, amounts.denominator);
        if (!amounts.is_pair()) total.amounts.value = amounts.value;
    }
    if (total.missing() == 0 && total.apart == 0) total.reached = judge(measure, total.amounts);
}

}  // namespace

MeasureKind Measure::kind() const
{
    if (is_condition) return MeasureKind::condition;
    if (!metric.direction.empty()) return MeasureKind::change;
    return metric.unit == "%" ? MeasureKind::share : MeasureKind::count;
}

std::string Measure::sentence() const
{
    if (!is_condition) return plan::sentence(metric);
    return metric.subject.empty() ? "hoàn thành" : metric.subject;
}

std::string_view name_of(Reached reached)
{
    return reached_texts[static_cast<std::size_t>(reached)].name;
}

std::string_view label_of(Reached reached)
{
    return reached_texts[static_cast<std::size_t>(reached)].label;
}

std::optional<Reached> reached_from(std::string_view name)
{
    for (const auto& text : reached_texts)
        if (text.name == name) return text.reached;
    return {};
}

Reached judge(const Measure& measure, const Amounts& amounts)
{
    if (measure.is_condition) {
        if (!amounts.is_so) return Reached::unknown;
        return *amounts.is_so ? Reached::reached : Reached::not_yet;
    }
    const auto stated = stated_of(measure, amounts);
    if (!stated) return Reached::unknown;
    const bool is_reached = satisfies(measure.metric.op, compare(*stated, asked_of(measure)));
    return is_reached ? Reached::reached : Reached::not_yet;
}

std::optional<std::int64_t> result_of(const Measure& measure, const Amounts& amounts)
{
    if (measure.is_condition) return {};
    const auto stated = stated_of(measure, amounts);
    if (!stated) return {};
    const long double scale = is_percentage(measure) ? hundredths * whole_percent : hundredths;
    return std::llround(static_cast<long double>(stated->top) * scale /
                        static_cast<long double>(stated->bottom));
}

std::string result_text(const Measure& measure, const Amounts& amounts)
{
    if (measure.is_condition)
        return amounts.is_so ? std::string{*amounts.is_so ? "Đạt" : "Chưa đạt"} : std::string{};
    const auto result = result_of(measure, amounts);
    if (!result) return {};
    return measure.kind() == MeasureKind::change ? change_text(measure, *result)
                                                 : with_unit(measure, *result);
}

std::string amounts_text(const Measure& measure, const Amounts& amounts)
{
    auto result = result_text(measure, amounts);
    if (measure.is_condition || !amounts.numerator || !amounts.denominator) return result;
    const auto equals = result.empty() ? std::string{} : " = " + result;
    const auto now = number_text(*amounts.numerator);
    const auto other = number_text(*amounts.denominator);
    if (measure.kind() == MeasureKind::share) return now + " / " + other + equals;
    const auto& baseline = measure.metric.baseline;
    return now + " (" + (baseline.empty() ? "kỳ gốc" : baseline) + ": " + other + ")" + equals;
}

Total total_of(const Measure& measure, std::span<const Amounts> known, int expected)
{
    Total total{.expected = expected};
    switch (measure.kind()) {
        case MeasureKind::condition:
            add_answers(total, known);
            break;
        case MeasureKind::count:
            add_counts(total, measure, known);
            break;
        case MeasureKind::share:
        case MeasureKind::change:
            add_pairs(total, measure, known);
            break;
    }
    return total;
}

}  // namespace caicach::obligation
