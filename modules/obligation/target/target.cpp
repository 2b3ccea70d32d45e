#include "obligation/target/target.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

#include "obligation/places.hpp"
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
    measure.place = rule.place;
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

constexpr double near_enough = 0.6;

/// Of all words of both, how many stand in both: "hồ sơ nộp trực tuyến" and "hồ sơ trực tuyến".
bool are_near(std::string_view one, std::string_view other)
{
    const auto words_in = [](std::string_view subject) {
        const auto folded = text::fold(subject);
        std::set<std::string, std::less<>> words;
        for (const auto word : text::words(folded)) words.emplace(word);
        return words;
    };
    const auto first = words_in(one);
    const auto second = words_in(other);
    if (first.empty() || second.empty()) return false;
    const auto both = std::ranges::count_if(
        first, [&](const std::string& word) { return second.contains(word); });
    const auto all = first.size() + second.size() - static_cast<std::size_t>(both);
    return static_cast<double>(both) >= near_enough * static_cast<double>(all);
}

bool is_same_kind(const MeasureWords& words, const Measure& measure)
{
    return words.unit == measure.metric.unit && words.direction == measure.metric.direction;
}

/// Whose numbers a measure goes on with.
class GoingOn
{
public:
    GoingOn(std::vector<Measure>& measures, const plan::Item& item,
            const std::vector<MeasureRule>& newest, const std::vector<MeasuredWords>& measured)
        : m_measures(measures), m_item(item), m_newest(newest)
    {
        for (const auto& known : measured) {
            if (known.lineage == item.lineage) m_known.push_back({known.measure, known.words});
        }
        // What was stated of figures is worth keeping as much as numbers are.
        for (const auto& rule : newest) {
            if (rule.lineage != item.lineage || rule.is_set || !rule.continues.empty()) continue;
            if (std::ranges::find(m_known, rule.measure, &Known::key) != m_known.end()) continue;
            m_known.push_back(
                {rule.measure, {rule.metric.subject, rule.metric.unit, rule.metric.direction}});
        }
    }

    void decide()
    {
        for (auto& measure : m_measures) {
            const auto* rule = rule_of(m_newest, m_item, measure.key);
            if (rule == nullptr || rule->continues.empty()) continue;
            m_decided.push_back(measure.key);
            if (rule->continues != continues_none && is_free(rule->continues))
                measure.key = rule->continues;
        }
        // Decided on what stands now: one that goes on makes no room for another.
        std::vector<std::pair<Measure*, const Known*>> found;
        for (auto& measure : m_measures)
            if (const auto* known = only_match(measure)) found.emplace_back(&measure, known);
        for (const auto& [measure, known] : found) measure->key = known->key;
    }

private:
    struct Known {
        std::string key{};
        MeasureWords words{};
    };

    /// No measure of today has it.
    [[nodiscard]] bool is_free(std::string_view key) const
    {
        return std::ranges::none_of(m_measures,
                                    [&](const Measure& other) { return other.key == key; });
    }
    [[nodiscard]] bool is_new(const Measure& measure) const
    {
        return std::ranges::find(m_known, measure.key, &Known::key) == m_known.end() &&
               std::ranges::find(m_decided, measure.key_of_words) == m_decided.end();
    }
    [[nodiscard]] const Known* only_match(const Measure& measure) const
    {
        const auto rivals = std::ranges::count_if(m_measures, [&](const Measure& other) {
            return is_new(other) && is_same_kind(words_of(other), measure);
        });
        if (!is_new(measure) || rivals != 1) return nullptr;
        const Known* only = nullptr;
        for (const auto& known : m_known) {
            if (!is_free(known.key) || !is_same_kind(known.words, measure)) continue;
            if (only != nullptr) return nullptr;
            only = &known;
        }
        if (only == nullptr || !are_near(only->words.subject, measure.metric.subject))
            return nullptr;
        return only;
    }

    std::vector<Measure>& m_measures;
    const plan::Item& m_item;
    const std::vector<MeasureRule>& m_newest;
    std::vector<Known> m_known{};
    std::vector<std::string> m_decided{};  ///< by what a coordinator stated
};

/// As far as it is known: of numbers from before words were kept only the sentence is.
Measure measure_as_stated(const MeasuredWords& known)
{
    Measure measure{.key = known.measure,
                    .metric = {.unit = known.words.unit,
                               .subject = known.sentence,
                               .direction = known.words.direction},
                    .is_condition = known.measure == condition_key};
    const bool is_unknown = known.words.unit.empty() && known.words.direction.empty();
    if (is_unknown && known.sentence.find('%') != std::string::npos) measure.metric.unit = "%";
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

std::vector<Measure> measures_of(const plan::Item& item, const std::vector<MeasureRule>& newest,
                                 const std::vector<MeasuredWords>& measured)
{
    std::vector<Measure> measures;
    for (const auto& metric : item.metrics) {
        Measure measure{.key = key_of(metric, measures), .metric = metric};
        measure.key_of_words = measure.key;
        measure.is_part = !measures.empty() && is_part_of_first(item.title, metric);
        measures.push_back(std::move(measure));
    }
    GoingOn{measures, item, newest, measured}.decide();
    for (auto& measure : measures)
        if (const auto* rule = rule_of(newest, item, measure.key)) take_way(measure, *rule);
    for (const auto& rule : newest)
        if (rule.lineage == item.lineage && rule.is_set && !rule.is_ended)
            measures.push_back(set_elsewhere(rule));
    if (measures.empty())
        measures.push_back({.key = std::string{condition_key}, .is_condition = true});
    for (auto& measure : measures) {
        measure.is_each = is_each(measure, item);
        if (measure.place != MeasurePlace::as_written)
            measure.is_part = measure.place == MeasurePlace::part && &measure != &measures.front();
    }
    return measures;
}

/// Numbers that no measure of today has.
std::vector<Measure> earlier_of(const Target& target, const std::vector<MeasureRule>& newest,
                                const std::vector<MeasuredWords>& measured)
{
    std::vector<Measure> earlier;
    for (const auto& known : measured) {
        if (known.lineage != target.item.lineage || target.find(known.measure) != nullptr) continue;
        const auto* rule = rule_of(newest, target.item, known.measure);
        auto measure =
            rule != nullptr && rule->is_set ? set_elsewhere(*rule) : measure_as_stated(known);
        measure.is_each = measure.is_condition;
        earlier.push_back(std::move(measure));
    }
    return earlier;
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

const Measure* Target::find_earlier(std::string_view key) const
{
    const auto found = std::ranges::find(earlier, key, &Measure::key);
    return found == earlier.end() ? nullptr : &*found;
}

std::vector<Target> targets_in(const std::vector<plan::Item>& items,
                               const std::vector<MeasureRule>& newest,
                               const std::vector<MeasuredWords>& measured)
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
        Target target{.item = item, .measures = measures_of(item, newest, measured)};
        target.also_at = other_places(item);
        target.earlier = earlier_of(target, newest, measured);
        target.is_part = std::ranges::any_of(
            targets, [&](const Target& other) { return stands_below(item.path, other.item.path); });
        targets.push_back(std::move(target));
    }
    return targets;
}

}  // namespace caicach::obligation
