#include "obligation/target/target_steps.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/acting.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/target/hundredths.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::int64_t hundred_percent = 100 * hundredths;

Result<std::optional<std::int64_t>> number_in(const std::string& typed, const char* field)
{
    if (typed.empty()) return std::optional<std::int64_t>{};
    const auto number = hundredths_from(typed);
    if (!number) return failure(Failure::invalid, "obligation.measurement.no_number", field);
    return number;
}

/// "85%": the unit is the measure's own.
std::string without_percent(std::string typed)
{
    if (!typed.ends_with('%') || typed.size() == 1) return typed;
    typed.pop_back();
    return std::string{text::trim(typed)};
}

Result<void> missing(const char* field)
{
    return failure(Failure::invalid, "obligation.measurement.missing", field);
}

Result<void> check_pair(const Measure& measure, const Amounts& amounts)
{
    if (!amounts.numerator) return missing("numerator");
    if (!amounts.denominator) return missing("denominator");
    if (*amounts.denominator == 0 && measure.metric.unit == "%")
        return failure(Failure::invalid, "obligation.measurement.whole_zero", "denominator");
    const bool is_share = measure.kind() == MeasureKind::share;
    if (is_share && *amounts.numerator > *amounts.denominator)
        return failure(Failure::invalid, "obligation.measurement.part_larger", "numerator");
    return {};
}

Result<void> check_share(const Measure& measure, const Amounts& amounts)
{
    if (amounts.numerator || amounts.denominator) return check_pair(measure, amounts);
    if (!amounts.value) return missing("numerator");
    if (*amounts.value > hundred_percent)
        return failure(Failure::invalid, "obligation.measurement.over_hundred", "value");
    return {};
}

/// Where figures tell the part, only the whole is stated.
Result<Amounts> whole_alone(const Amounts& amounts)
{
    if (!amounts.denominator)
        return failure(Failure::invalid, "obligation.measurement.missing", "denominator");
    if (*amounts.denominator == 0)
        return failure(Failure::invalid, "obligation.measurement.whole_zero", "denominator");
    return Amounts{.denominator = amounts.denominator};
}

json::Value amounts_json(const Measurement& measurement)
{
    auto value = json::Value::object().set("as_of", measurement.as_of.iso());
    const auto set = [&](const char* name, const std::optional<std::int64_t>& amount) {
        if (amount) value.set(name, number_text(*amount));
    };
    set("numerator", measurement.amounts.numerator);
    set("denominator", measurement.amounts.denominator);
    set("value", measurement.amounts.value);
    if (measurement.amounts.is_so) value.set("is_so", *measurement.amounts.is_so);
    return value;
}

Result<void> record_rule(Context& context, database::Transaction& transaction,
                         const PlanTargets& targets, MeasureRule rule, std::string_view action)
{
    rule.plan = targets.plan().id;
    rule.stated_at = context.now();
    rule.by_agency = acting_for(context, targets.plan().coordinator);
    rule.account = context.actor().account;
    TRY(MeasurementStore{transaction}.add(rule));
    return context.record(transaction, action, "obligation.target", rule.lineage.value);
}

Result<void> require_leading(const Context& context, const PlanTargets& targets)
{
    return context.require(lead_targets, organisation::scope_of(targets.plan().coordinator));
}

Result<plan::Metric> metric_from(const SetValue& wanted)
{
    plan::Metric metric{.op = wanted.op, .unit = wanted.unit, .subject = wanted.subject};
    if (text::trim(wanted.subject).empty())
        return failure(Failure::invalid, "obligation.measure.subject_missing", "subject");
    if (wanted.op.empty()) return metric;
    if (!plan::is_measure(wanted.op))
        return failure(Failure::invalid, "obligation.measure.op_unknown", "op");
    const auto value = hundredths_from(wanted.value);
    if (!value) return failure(Failure::invalid, "obligation.measure.no_value", "value");
    metric.value = static_cast<double>(*value) / hundredths;
    return metric;
}

/// Numbers go on only in what has none of its own, and is counted alike.
Result<void> check_going_on(database::Transaction& transaction, const PlanTargets& targets,
                            const Target& target, const Measure& measure, std::string_view earlier)
{
    const auto* before = target.find_earlier(earlier);
    if (before == nullptr || before->is_set || measure.key_of_words.empty())
        return failure(Failure::not_found, "obligation.measurement.not_found");
    if (before->kind() != measure.kind())
        return failure(Failure::invalid, "obligation.measure.other_kind");
    const auto measured = TRY(MeasurementStore{transaction}.measured_words(targets.plan().id));
    const bool has_numbers = std::ranges::any_of(measured, [&](const MeasuredWords& known) {
        return known.lineage == target.item.lineage && known.measure == measure.key;
    });
    if (has_numbers) return failure(Failure::conflict, "obligation.measure.has_numbers");
    return {};
}

}  // namespace

Result<Amounts> amounts_from(const Measure& measure, const TypedAmounts& typed)
{
    Amounts amounts;
    if (measure.is_condition) {
        if (typed.answer != "co" && typed.answer != "khong")
            return failure(Failure::invalid, "obligation.measurement.answer_missing", "answer");
        amounts.is_so = typed.answer == "co";
        return amounts;
    }
    if (measure.kind() == MeasureKind::count) {
        amounts.value = TRY(number_in(typed.value, "value"));
        if (!amounts.value) TRY(missing("value"));
        return amounts;
    }
    amounts.denominator = TRY(number_in(typed.denominator, "denominator"));
    if (!measure.numerator_figure.empty()) return whole_alone(amounts);
    amounts.numerator = TRY(number_in(typed.numerator, "numerator"));
    if (measure.kind() == MeasureKind::change) {
        TRY(check_pair(measure, amounts));
        return amounts;
    }
    amounts.value = TRY(number_in(without_percent(typed.value), "value"));
    TRY(check_share(measure, amounts));
    // A part and its whole say it better.
    if (amounts.is_pair()) amounts.value.reset();
    return amounts;
}

Result<Stating> state_measurement(Context& context, database::Transaction& transaction,
                                  PlanTargets& targets, const Target& target,
                                  const MeasurementPlace& place, const NewMeasurement& wanted)
{
    if (!targets.may_state(place.agency))
        TRY(context.require(state_measurements, organisation::scope_of(place.agency)));
    const auto* measure = target.find(place.measure);
    if (measure == nullptr) return failure(Failure::not_found, "obligation.measurement.not_found");
    if (measure->is_told_by_figures())
        return failure(Failure::conflict, "obligation.measurement.of_figures");
    const auto expected = TRY(targets.expected(target));
    if (std::ranges::find(expected, place.agency) == expected.end())
        return failure(Failure::invalid, "obligation.measurement.agency", "agency");
    const bool is_excluded = TRY(targets.is_excluded(target, *measure, place.agency));
    if (is_excluded) return failure(Failure::conflict, "obligation.measurement.excluded");
    if (wanted.as_of > context.today())
        return failure(Failure::invalid, "obligation.measurement.future", "as_of");
    if (text::trim(wanted.source).empty())
        return failure(Failure::invalid, "obligation.measurement.source_missing", "source");
    MeasurementStore store{transaction};
    const auto now = TRY(store.now_of_target(place.plan, place.lineage));
    const bool is_known = std::ranges::any_of(now, [&](const Measurement& one) {
        return one.measure == place.measure && one.agency == place.agency &&
               one.as_of == wanted.as_of && one.amounts == wanted.amounts &&
               one.source == wanted.source;
    });
    if (is_known) return Stating::known_already;
    const Measurement measurement{.id = make_id<MeasurementId>(),
                                  .plan = place.plan,
                                  .lineage = place.lineage,
                                  .measure = place.measure,
                                  .agency = place.agency,
                                  .as_of = wanted.as_of,
                                  .amounts = wanted.amounts,
                                  .source = wanted.source,
                                  .sentence = measure->sentence(),
                                  .words = words_of(*measure),
                                  .stated_at = context.now(),
                                  .by_agency = acting_for(context, place.agency),
                                  .account = context.actor().account};
    TRY(store.add(measurement));
    TRY(context.record(transaction, "obligation.measurement.stated", "obligation.target",
                       place.lineage.value, beginning_detail(amounts_json(measurement))));
    return Stating::stated;
}

Result<void> take_back_measurement(Context& context, database::Transaction& transaction,
                                   const PlanTargets& targets, const Measurement& measurement)
{
    if (!targets.may_state(measurement.agency))
        TRY(context.require(state_measurements, organisation::scope_of(measurement.agency)));
    MeasurementStore store{transaction};
    const auto history = TRY(store.history({.plan = measurement.plan,
                                            .lineage = measurement.lineage,
                                            .measure = measurement.measure,
                                            .agency = measurement.agency},
                                           limits::measurements_shown_max));
    const bool is_gone = std::ranges::any_of(
        history, [&](const Measurement& one) { return one.takes_back == measurement.id; });
    if (is_gone || measurement.takes_back)
        return failure(Failure::conflict, "obligation.measurement.taken_back");
    auto taking = measurement;
    taking.id = make_id<MeasurementId>();
    taking.takes_back = measurement.id;
    taking.stated_at = context.now();
    taking.by_agency = acting_for(context, measurement.agency);
    taking.account = context.actor().account;
    TRY(store.add(taking));
    return context.record(transaction, "obligation.measurement.taken_back", "obligation.target",
                          measurement.lineage.value, ending_detail(amounts_json(measurement)));
}

Result<void> set_measuring(Context& context, database::Transaction& transaction,
                           const PlanTargets& targets, const Target& target, const Measure& measure,
                           const MeasureWay& wanted, SeenRule seen)
{
    const auto& figures = wanted.figures;
    TRY(require_leading(context, targets));
    const auto newest = TRY(newest_rule(transaction, targets, target, measure.key));
    if (newest.id != seen.id) return failure(Failure::conflict, "base.changed_meanwhile");
    if (wanted.place == MeasurePlace::part && measure.key == target.measures.front().key)
        return failure(Failure::invalid, "obligation.measure.place_unknown", "place");
    if (figures.numerator.empty() && !figures.denominator.empty())
        return failure(Failure::invalid, "obligation.measure.numerator_missing", "numerator");
    for (const auto& [key, field] :
         {std::pair{figures.numerator, "numerator"}, {figures.denominator, "denominator"}}) {
        if (key.empty()) continue;
        const auto known = evidence::figure_of(context, transaction, key);
        if (!known) return failure(Failure::invalid, "obligation.measure.figure_unknown", field);
    }
    return record_rule(context, transaction, targets,
                       {.id = make_id<MeasureRuleId>(),
                        .lineage = target.item.lineage,
                        .measure = measure.key,
                        .is_set = measure.is_set,
                        .metric = measure.metric,
                        .source = measure.source,
                        .source_on = measure.source_on,
                        .numerator_figure = figures.numerator,
                        .denominator_figure = figures.denominator,
                        .scope = wanted.scope,
                        .place = wanted.place},
                       "obligation.target.figures_set");
}

Result<void> go_on_with(Context& context, database::Transaction& transaction,
                        const PlanTargets& targets, const Target& target, const Measure& measure,
                        std::string_view earlier, SeenRule seen)
{
    TRY(require_leading(context, targets));
    const auto newest = TRY(newest_rule(transaction, targets, target, measure.key_of_words));
    if (newest.id != seen.id) return failure(Failure::conflict, "base.changed_meanwhile");
    const bool goes_on = measure.key != measure.key_of_words;
    if (goes_on == (earlier != continues_none))
        return failure(Failure::conflict, "obligation.measure.goes_on_already");
    if (!goes_on) TRY(check_going_on(transaction, targets, target, measure, earlier));
    return record_rule(context, transaction, targets,
                       {.id = make_id<MeasureRuleId>(),
                        .lineage = target.item.lineage,
                        .measure = measure.key_of_words,
                        .metric = measure.metric,
                        .continues = std::string{earlier}},
                       "obligation.target.figures_set");
}

Result<void> set_value(Context& context, database::Transaction& transaction,
                       const PlanTargets& targets, const Target& target, const SetValue& wanted)
{
    TRY(require_leading(context, targets));
    auto metric = TRY(metric_from(wanted));
    if (text::trim(wanted.source).empty())
        return failure(Failure::invalid, "obligation.measure.source_missing", "source");
    if (!wanted.source_on || *wanted.source_on > context.today())
        return failure(Failure::invalid, "obligation.measure.source_day", "source_on");
    const auto set = static_cast<std::size_t>(std::ranges::count_if(
        target.measures, [](const Measure& measure) { return measure.is_set; }));
    if (set >= limits::set_measures_max)
        return failure(Failure::conflict, "obligation.measure.too_many", "",
                       {std::to_string(limits::set_measures_max)});
    MeasureRule rule{.id = make_id<MeasureRuleId>(),
                     .lineage = target.item.lineage,
                     .is_set = true,
                     .metric = std::move(metric),
                     .source = wanted.source,
                     .source_on = wanted.source_on};
    rule.measure = plan::code_of("obligation.measure", rule.id.value);
    return record_rule(context, transaction, targets, std::move(rule),
                       "obligation.target.value_set");
}

Result<void> end_value(Context& context, database::Transaction& transaction,
                       const PlanTargets& targets, const Target& target, const Measure& measure)
{
    TRY(require_leading(context, targets));
    if (!measure.is_set) return failure(Failure::conflict, "obligation.measure.not_set");
    return record_rule(context, transaction, targets,
                       {.id = make_id<MeasureRuleId>(),
                        .lineage = target.item.lineage,
                        .measure = measure.key,
                        .is_set = true,
                        .is_ended = true,
                        .metric = measure.metric,
                        .source = measure.source,
                        .source_on = measure.source_on,
                        .scope = measure.scope},
                       "obligation.target.value_ended");
}

Result<SeenRule> newest_rule(database::Transaction& transaction, const PlanTargets& targets,
                             const Target& target, std::string_view measure)
{
    const auto rules = TRY(MeasurementStore{transaction}.rules(targets.plan().id));
    const auto found = std::ranges::find_if(rules, [&](const MeasureRule& rule) {
        return rule.lineage == target.item.lineage && rule.measure == measure;
    });
    return SeenRule{found == rules.end() ? 0 : found->id.value};
}

}  // namespace caicach::obligation
