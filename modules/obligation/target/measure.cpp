#include "obligation/target/measure.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "obligation/target/hundredths.hpp"
#include "text/number.hpp"

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

/// Counts only grow: what is passed stays passed.
bool stays_so(const Measure& measure, Reached now)
{
    const bool is_upper_bound = measure.metric.op.starts_with('<');
    return now == (is_upper_bound ? Reached::not_yet : Reached::reached);
}

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

/// Nothing while nobody told anything.
std::string reaching_text(const Total& total)
{
    if (total.stated + total.reaching == 0) return {};
    return text::format_integer(total.reaching) + "/" + text::format_integer(total.expected) +
           " cơ quan đạt";
}

void add(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& part)
{
    if (part) sum = sum.value_or(0) + *part;
}

bool is_stated(const Measure& measure, const Amounts& amounts)
{
    switch (measure.kind()) {
        case MeasureKind::condition:
            return amounts.is_so.has_value();
        case MeasureKind::count:
            return amounts.value.has_value();
        case MeasureKind::share:
        case MeasureKind::change:
            break;
    }
    return amounts.is_pair() || amounts.value;
}

/// Every agency answers for itself.
void count_reaching(Total& total, const Measure& measure, std::span<const Amounts> known,
                    std::span<const Amounts> parts)
{
    bool fails = false;
    const auto count = [&](Reached reached) {
        if (reached == Reached::reached) ++total.reaching;
        fails |= reached == Reached::not_yet;
    };
    for (const auto& amounts : known) {
        if (!is_stated(measure, amounts)) continue;
        ++total.stated;
        count(judge(measure, amounts));
        if (total.expected == 1) total.amounts = amounts;
    }
    for (const auto& part : parts) count(judge_part(measure, part));
    // One that does not reach it is enough; that all do takes all of them.
    if (fails) {
        total.reached = Reached::not_yet;
    } else if (total.reaching == total.expected) {
        total.reached = Reached::reached;
    }
}

void add_counts(Total& total, const Measure& measure, std::span<const Amounts> known,
                std::span<const Amounts> parts)
{
    for (const auto& amounts : known) {
        if (!amounts.value) continue;
        ++total.stated;
        add(total.amounts.value, amounts.value);
    }
    for (const auto& part : parts) add(total.amounts.value, part.value);
    if (!total.amounts.value) return;
    const auto now = judge(measure, total.amounts);
    if (stays_so(measure, now) || total.missing() == 0) total.reached = now;
}

void add_pairs(Total& total, const Measure& measure, std::span<const Amounts> known,
               std::span<const Amounts> parts)
{
    for (const auto& amounts : known) {
        if (!is_stated(measure, amounts)) continue;
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
    for (const auto& part : parts) {
        if (!part.is_pair()) continue;
        add(total.amounts.numerator, part.numerator);
        add(total.amounts.denominator, part.denominator);
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

bool Measure::is_told_by_figures() const
{
    if (numerator_figure.empty()) return false;
    return kind() == MeasureKind::count || !denominator_figure.empty();
}

std::string Measure::sentence() const
{
    if (!is_condition) return plan::sentence(metric);
    return metric.subject.empty() ? "hoàn thành" : metric.subject;
}

MeasureWords words_of(const Measure& measure)
{
    return {.subject = measure.metric.subject,
            .unit = measure.metric.unit,
            .direction = measure.metric.direction};
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

Total total_of(const Measure& measure, std::span<const Amounts> known, int expected,
               std::span<const Amounts> parts)
{
    Total total{.expected = expected};
    // It applies to nobody: nothing is reached, and nothing is missing.
    if (expected == 0) return total;
    total.is_each = expected > 1 && (measure.is_each || measure.is_condition);
    if (total.is_each || measure.is_condition) {
        count_reaching(total, measure, known, parts);
    } else if (measure.kind() == MeasureKind::count) {
        add_counts(total, measure, known, parts);
    } else {
        add_pairs(total, measure, known, parts);
    }
    return total;
}

Reached judge_part(const Measure& measure, const Amounts& part)
{
    // An answer that is no stays no; of numbers, only counts tell something before all are there.
    if (measure.is_condition) return part.is_so == false ? Reached::not_yet : Reached::unknown;
    if (measure.kind() != MeasureKind::count || !part.value) return Reached::unknown;
    const auto now = judge(measure, part);
    return stays_so(measure, now) ? now : Reached::unknown;
}

std::string total_text(const Measure& measure, const Total& total)
{
    return total.is_each ? reaching_text(total) : amounts_text(measure, total.amounts);
}

std::string total_result_text(const Measure& measure, const Total& total)
{
    return total.is_each ? reaching_text(total) : result_text(measure, total.amounts);
}

bool can_be_added(const Measure& measure, const Amounts& amounts)
{
    const bool takes_pairs =
        measure.kind() == MeasureKind::share || measure.kind() == MeasureKind::change;
    if (!takes_pairs) return is_stated(measure, amounts);
    // Where figures tell the part, only the whole is stated.
    return amounts.denominator && (amounts.numerator || !measure.numerator_figure.empty());
}

Amounts added(const Amounts& one, const Amounts& other)
{
    auto sum = one;
    add(sum.numerator, other.numerator);
    add(sum.denominator, other.denominator);
    add(sum.value, other.value);
    if (other.is_so) sum.is_so = sum.is_so.value_or(true) && *other.is_so;
    return sum;
}

}  // namespace caicach::obligation
