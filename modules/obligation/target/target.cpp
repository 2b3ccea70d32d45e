#include "obligation/target/target.hpp"

#include <algorithm>
#include <cmath>

#include "obligation/target/hundredths.hpp"
#include "obligation/work.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::string_view condition_key = "dieu-kien";

/// Metrics have no key of their own. What is measured stays the same when an amendment asks for
/// more of it, or puts another number before it.
std::string key_of(const plan::Metric& metric, const std::vector<Measure>& before)
{
    const auto what = text::fold(metric.subject) + "|" + metric.unit + "|" + metric.direction;
    auto key = plan::code_of("obligation.measure|" + what);
    const auto same = std::ranges::count_if(before, [&](const Measure& other) {
        return other.key == key || other.key.starts_with(key + "-");
    });
    return same == 0 ? key : key + "-" + std::to_string(same + 1);
}

/// "…, trong đó lĩnh vực đất đai đạt tối thiểu 85%": the number stands behind these words.
bool is_part_of_first(std::string_view title, const plan::Metric& metric)
{
    const auto folded = text::fold(title);
    const auto at = folded.find("trong do");
    if (at == std::string::npos) return false;
    const auto value = metric.printed.empty() ? number_text(std::llround(metric.value * hundredths))
                                              : metric.printed;
    return folded.find(value, at) != std::string::npos &&
           folded.substr(0, at).find(value) == std::string::npos;
}

const MeasureRule* rule_of(const std::vector<MeasureRule>& newest, const plan::Item& item,
                           std::string_view measure)
{
    const auto found = std::ranges::find_if(newest, [&](const MeasureRule& rule) {
        return rule.lineage == item.lineage && rule.measure == measure;
    });
    return found == newest.end() ? nullptr : &*found;
}

void take_way(Measure& measure, const MeasureRule& rule)
{
    measure.scope = rule.scope;
    measure.numerator_figure = rule.numerator_figure;
    measure.denominator_figure = rule.denominator_figure;
}

Measure set_elsewhere(const MeasureRule& rule)
{
    Measure measure{.key = rule.measure,
                    .metric = rule.metric,
                    .is_condition = rule.metric.op.empty(),
                    .is_set = true,
                    .source = rule.source,
                    .source_on = rule.source_on};
    take_way(measure, rule);
    return measure;
}

/// What a coordinator stated, else what the plan's words say.
bool is_each(const Measure& measure, const plan::Item& item)
{
    if (measure.is_condition || measure.scope == MeasureScope::each) return true;
    if (measure.scope == MeasureScope::together) return false;
    if (measure.is_set) return asks_each(measure.metric.subject, measure.metric);
    return asks_each(item.title, measure.metric);
}

std::vector<Measure> measures_of(const plan::Item& item, const std::vector<MeasureRule>& newest)
{
    std::vector<Measure> measures;
    for (const auto& metric : item.metrics) {
        Measure measure{.key = key_of(metric, measures), .metric = metric};
        measure.is_part = !measures.empty() && is_part_of_first(item.title, metric);
        if (const auto* rule = rule_of(newest, item, measure.key)) take_way(measure, *rule);
        measures.push_back(std::move(measure));
    }
    for (const auto& rule : newest)
        if (rule.lineage == item.lineage && rule.is_set && !rule.is_ended)
            measures.push_back(set_elsewhere(rule));
    if (measures.empty())
        measures.push_back({.key = std::string{condition_key}, .is_condition = true});
    for (auto& measure : measures) measure.is_each = is_each(measure, item);
    return measures;
}

/// "I.1.b-8" and what stands below it: "I.1.b-8.1".
bool stands_below(std::string_view path, std::string_view above)
{
    return !above.empty() && path.size() > above.size() && path.starts_with(above) &&
           std::string_view{".-)/"}.find(path[above.size()]) != std::string_view::npos;
}

}  // namespace

const Measure* Target::find(std::string_view key) const
{
    const auto found = std::ranges::find(measures, key, &Measure::key);
    return found == measures.end() ? nullptr : &*found;
}

std::vector<Target> targets_in(const std::vector<plan::Item>& items,
                               const std::vector<MeasureRule>& newest)
{
    std::vector<Target> targets;
    for (const auto& item : items) {
        if (item.type != plan::ItemType::target) continue;
        const auto* first = owed_elsewhere(item, items);
        const auto told = std::ranges::find_if(targets, [&](const Target& target) {
            return first != nullptr && target.item.lineage == first->lineage;
        });
        if (told != targets.end()) {
            told->also_at.push_back(item.path);
            continue;
        }
        Target target{.item = item, .measures = measures_of(item, newest)};
        target.is_part = std::ranges::any_of(
            targets, [&](const Target& other) { return stands_below(item.path, other.item.path); });
        targets.push_back(std::move(target));
    }
    return targets;
}

}  // namespace caicach::obligation
