#include "obligation/target/measurement_store.hpp"

#include <cmath>
#include <utility>

#include "manifest/context.hpp"
#include "obligation/sql.hpp"
#include "obligation/target/hundredths.hpp"

namespace caicach::obligation
{
namespace
{

MeasureWords words_from(const database::Row& row)
{
    return {.subject = row.string("subject"),
            .unit = row.string("unit"),
            .direction = row.string("direction")};
}

Measurement measurement_from(const database::Row& row)
{
    const auto is_so = row.maybe_integer("is_so");
    return {.id = row.id<MeasurementId>("id"),
            .plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .measure = row.string("measure"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .as_of = row.date("as_of"),
            .amounts = {.numerator = row.maybe_integer("numerator"),
                        .denominator = row.maybe_integer("denominator"),
                        .value = row.maybe_integer("value"),
                        .is_so = is_so ? std::optional{*is_so == 1} : std::nullopt},
            .source = row.string("source"),
            .sentence = row.string("sentence"),
            .words = words_from(row),
            .takes_back = row.maybe_id<MeasurementId>("takes_back"),
            .stated_at = row.instant("stated_at"),
            .by_agency = row.id<organisation::AgencyId>("by_agency_id"),
            .account = row.id<AccountId>("account_id")};
}

MeasureRule rule_from(const database::Row& row)
{
    MeasureRule rule{.id = row.id<MeasureRuleId>("id"),
                     .plan = row.id<plan::PlanId>("plan_id"),
                     .lineage = row.id<plan::ItemId>("lineage"),
                     .measure = row.string("measure"),
                     .is_set = row.boolean("is_set"),
                     .is_ended = row.boolean("is_ended"),
                     .source = row.string("source"),
                     .source_on = row.maybe_date("source_on"),
                     .numerator_figure = row.string("numerator_figure"),
                     .denominator_figure = row.string("denominator_figure"),
                     .continues = row.string("continues"),
                     .stated_at = row.instant("stated_at"),
                     .by_agency = row.id<organisation::AgencyId>("by_agency_id"),
                     .account = row.id<AccountId>("account_id")};
    rule.metric = {.op = row.string("op"),
                   .value = static_cast<double>(row.integer("value")) / hundredths,
                   .unit = row.string("unit"),
                   .subject = row.string("subject"),
                   .direction = row.string("direction")};
    rule.place = measure_place_from(row.string("place")).value_or(MeasurePlace::as_written);
    rule.scope = measure_scope_from(row.string("scope")).value_or(MeasureScope::as_written);
    return rule;
}

}  // namespace

Result<void> MeasurementStore::add(const Measurement& m)
{
    const auto& amounts = m.amounts;
    TRY(m_transaction.change_one(sql::insert_measurement, m.id, m.plan, m.lineage, m.measure,
                                 m.agency, m.as_of, amounts.numerator, amounts.denominator,
                                 amounts.value, amounts.is_so, m.source, m.sentence, m.takes_back,
                                 m.stated_at, m.by_agency, m.account, m.words.subject, m.words.unit,
                                 m.words.direction));
    TRY(m_transaction.change(sql::clear_measured, m.plan, m.lineage, m.measure, m.agency));
    TRY(m_transaction.change(sql::point_measured, m.plan, m.lineage, m.measure, m.agency));
    return {};
}

Result<Measurement> MeasurementStore::find(MeasurementId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::measurement_by_id, measurement_from, id));
    if (!found) return failure(Failure::not_found, "obligation.measurement.not_found");
    return std::move(*found);
}

Result<std::vector<Measurement>> MeasurementStore::now_of_plan(plan::PlanId plan)
{
    return m_transaction.all(sql::measured_of_plan, measurement_from, plan);
}

Result<std::vector<Measurement>> MeasurementStore::now_of_target(plan::PlanId plan,
                                                                 plan::ItemId lineage)
{
    return m_transaction.all(sql::measured_of_target, measurement_from, plan, lineage);
}

Result<std::vector<Measurement>> MeasurementStore::now_of_agency(plan::PlanId plan,
                                                                 organisation::AgencyId agency)
{
    return m_transaction.all(sql::measured_of_agency, measurement_from, plan, agency);
}

Result<std::vector<Measurement>> MeasurementStore::history(const MeasurementPlace& place, int limit)
{
    return m_transaction.all(sql::measurements_of_agency, measurement_from, place.plan,
                             place.lineage, place.measure, place.agency, limit);
}

Result<void> MeasurementStore::add(const MeasureRule& rule)
{
    const auto value = std::llround(rule.metric.value * hundredths);
    return m_transaction.change_one(
        sql::insert_measure_rule, rule.id, rule.plan, rule.lineage, rule.measure, rule.is_set,
        rule.is_ended, rule.metric.subject, rule.metric.op, static_cast<std::int64_t>(value),
        rule.metric.unit, rule.source, rule.source_on, rule.numerator_figure,
        rule.denominator_figure, rule.stated_at, rule.by_agency, rule.account, name_of(rule.scope),
        rule.metric.direction, rule.continues, name_of(rule.place));
}

Result<std::vector<MeasuredWords>> MeasurementStore::measured_words(plan::PlanId plan)
{
    const auto from = [](const database::Row& row) {
        return MeasuredWords{.lineage = row.id<plan::ItemId>("lineage"),
                             .measure = row.string("measure"),
                             .words = words_from(row),
                             .sentence = row.string("sentence")};
    };
    return m_transaction.all(sql::measured_words_of_plan, from, plan);
}

Result<std::vector<MeasureRule>> MeasurementStore::rules(plan::PlanId plan)
{
    return m_transaction.all(sql::measure_rules_of_plan, rule_from, plan);
}

Result<std::vector<std::string>> check_measured(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Chỉ tiêu số " + std::to_string(row.integer("lineage")) + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) +
               ": số liệu đang có hiệu lực không phải số mới nhất. Hãy khôi phục cơ sở dữ liệu từ "
               "bản sao lưu.";
    };
    return transaction.all(sql::measured_differences, sentence);
}

}  // namespace caicach::obligation
