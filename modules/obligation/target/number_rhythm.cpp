#include "obligation/target/number_rhythm.hpp"

#include <algorithm>
#include <array>

#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "obligation/ask.hpp"
#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

struct RhythmText {
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<RhythmText, 6> rhythm_texts{{{"", "Theo kế hoạch"},
                                                  {"none", "Không hỏi theo kỳ"},
                                                  {"month", "Hằng tháng"},
                                                  {"quarter", "Hằng quý"},
                                                  {"half", "6 tháng một lần"},
                                                  {"year", "Mỗi năm một lần"}}};

std::optional<calendar::Length> length_of(Rhythm rhythm)
{
    switch (rhythm) {
        case Rhythm::month:
            return calendar::Length::month;
        case Rhythm::quarter:
            return calendar::Length::quarter;
        case Rhythm::half:
            return calendar::Length::half;
        case Rhythm::year:
            return calendar::Length::year;
        case Rhythm::as_planned:
        case Rhythm::none:
            break;
    }
    return {};
}

Rhythm rhythm_of_period(plan::Period period)
{
    switch (period) {
        case plan::Period::week:  // numbers of a week are no numbers of a target
        case plan::Period::month:
            return Rhythm::month;
        case plan::Period::quarter:
            return Rhythm::quarter;
        case plan::Period::half:
            return Rhythm::half;
        case plan::Period::year:
            return Rhythm::year;
        case plan::Period::none:
        case plan::Period::whole:
            break;
    }
    return Rhythm::none;
}

NumberRhythm rhythm_from_row(const database::Row& row)
{
    return {.plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .rhythm = rhythm_from(row.text("rhythm")).value_or(Rhythm::none),
            .days = static_cast<int>(row.integer("days")),
            .by_plan = row.boolean("by_plan"),
            .set_at = row.instant("set_at"),
            .account = row.id<AccountId>("account_id"),
            .version = row.integer("version")};
}

const NumberRhythm* row_of(const std::vector<NumberRhythm>& all, plan::ItemId lineage)
{
    const auto found = std::ranges::find(all, lineage, &NumberRhythm::lineage);
    return found == all.end() ? nullptr : &*found;
}

/// The plan's own words again.
NumberRhythm planned(const std::vector<plan::Item>& items, plan::ItemId lineage)
{
    NumberRhythm rhythm{.lineage = lineage, .rhythm = Rhythm::as_planned, .by_plan = true};
    const auto item = std::ranges::find(items, lineage, &plan::Item::lineage);
    if (item != items.end() && rhythm_in(*item) != Rhythm::none) rhythm.rhythm = rhythm_in(*item);
    return rhythm;
}

json::Value detail_of(const NumberRhythm& rhythm)
{
    return json::Value::object()
        .set("rhythm", std::string{name_of(rhythm.rhythm)})
        .set("days", static_cast<std::int64_t>(rhythm.days));
}

}  // namespace

std::string_view name_of(Rhythm rhythm)
{
    return rhythm_texts[static_cast<std::size_t>(rhythm)].name;
}

std::string_view label_of(Rhythm rhythm)
{
    return rhythm_texts[static_cast<std::size_t>(rhythm)].label;
}

std::optional<Rhythm> rhythm_from(std::string_view name)
{
    const auto* const found = std::ranges::find(rhythm_texts, name, &RhythmText::name);
    if (found == rhythm_texts.end()) return {};
    return static_cast<Rhythm>(found - rhythm_texts.begin());
}

Rhythm rhythm_in(const plan::Item& item)
{
    if (item.schedule && item.schedule->kind == plan::Schedule::Kind::recurring)
        return rhythm_of_period(item.schedule->every);
    return Rhythm::none;
}

NumberRhythm rhythm_of(const std::vector<NumberRhythm>& all, plan::ItemId lineage)
{
    const auto* own = row_of(all, lineage);
    if (own != nullptr && !own->by_plan) return *own;
    const auto* of_all = row_of(all, {});
    if (of_all != nullptr && of_all->rhythm != Rhythm::as_planned) return *of_all;
    return own != nullptr ? *own : NumberRhythm{.lineage = lineage};
}

std::optional<AskedPeriod> asked_on(const NumberRhythm& rhythm, const plan::PlanSummary& plan,
                                    Date today)
{
    const auto length = length_of(rhythm.rhythm);
    if (!length) return {};
    const auto years = years_of(plan);
    const auto until = std::min(today, years.last.plus_days(1));
    const auto period = calendar::previous(calendar::period_of(*length, until));
    if (period.first < years.first || period.last < plan.issued_on) return {};
    const AskedPeriod asked{
        .period = period,
        .due = period.last.plus_days(rhythm.days),
        .since = calendar::period_of(calendar::Length::month, period.last).first};
    if (today > asked.due.plus_days(number_days_late_max)) return {};
    return asked;
}

Result<std::vector<NumberRhythm>> NumberRhythmStore::of_plan(plan::PlanId plan)
{
    return m_transaction.all(sql::number_rhythms_of_plan, rhythm_from_row, plan);
}

Result<std::vector<plan::PlanId>> NumberRhythmStore::plans()
{
    const auto id = [](const database::Row& row) { return row.id<plan::PlanId>("plan_id"); };
    return m_transaction.all(sql::plans_with_number_rhythm, id);
}

Result<void> NumberRhythmStore::save(const NumberRhythm& r)
{
    const auto days = static_cast<std::int64_t>(r.days);
    if (r.version == 0)
        return m_transaction.change_one(sql::insert_number_rhythm, r.plan, r.lineage,
                                        name_of(r.rhythm), days, r.by_plan, r.set_at, r.account);
    return m_transaction.change_one(sql::save_number_rhythm, r.plan, r.lineage, name_of(r.rhythm),
                                    days, r.by_plan, r.set_at, r.account, r.version);
}

Result<void> take_planned_rhythms(Context& context, database::Transaction& transaction,
                                  const plan::PlanPutInForce& event)
{
    NumberRhythmStore store{transaction};
    const auto all = TRY(store.of_plan(event.plan));
    const auto items = TRY(plan::items_in_force(transaction, event.plan));
    for (const auto& item : items) {
        if (item.type != plan::ItemType::target) continue;
        const auto* known = row_of(all, item.lineage);
        auto wanted = planned(items, item.lineage);
        const bool says_nothing = wanted.rhythm == Rhythm::as_planned;
        if (known == nullptr ? says_nothing : !known->by_plan || known->rhythm == wanted.rhythm)
            continue;
        wanted.plan = event.plan;
        wanted.set_at = context.now();
        wanted.version = known == nullptr ? 0 : known->version;
        TRY(store.save(wanted));
    }
    return {};
}

Result<void> set_rhythm(Context& context, database::Transaction& transaction,
                        const plan::PlanSummary& plan, const std::vector<plan::Item>& items,
                        const NewRhythm& wanted)
{
    TRY(context.require(lead_targets, organisation::scope_of(plan.coordinator)));
    NumberRhythmStore store{transaction};
    const auto all = TRY(store.of_plan(plan.id));
    if (seen_of(all) != wanted.seen) return failure(Failure::conflict, "base.changed_meanwhile");
    const auto rhythm = rhythm_from(wanted.rhythm);
    if (!rhythm) return failure(Failure::invalid, "obligation.rhythm.unknown", "rhythm");
    if (wanted.days < 1 || wanted.days > number_days_max)
        return failure(Failure::invalid, "obligation.rhythm.days", "days",
                       {std::to_string(number_days_max)});
    NumberRhythm set{.lineage = wanted.lineage, .rhythm = *rhythm};
    if (*rhythm == Rhythm::as_planned) set = planned(items, wanted.lineage);
    set.days = static_cast<int>(wanted.days);
    set.plan = plan.id;
    set.set_at = context.now();
    set.account = context.actor().account;
    const auto* known = row_of(all, wanted.lineage);
    set.version = known == nullptr ? 0 : known->version;
    TRY(store.save(set));
    const bool is_of_plan = wanted.lineage.value == 0;
    const auto before = known == nullptr ? json::Value{} : detail_of(*known);
    return context.record(transaction, "obligation.rhythm.set",
                          is_of_plan ? "plan.edition" : "obligation.target",
                          is_of_plan ? plan.edition.value : wanted.lineage.value,
                          change_detail(before, detail_of(set)));
}

std::int64_t seen_of(const std::vector<NumberRhythm>& all)
{
    std::int64_t seen = 0;
    for (const auto& one : all) seen += one.version;
    return seen;
}

}  // namespace caicach::obligation
