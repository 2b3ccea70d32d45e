#include "app/demo/demo_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "app/sample.hpp"
#include "app/sample_plan.hpp"
#include "evidence/api.hpp"
#include "evidence/review.hpp"
#include "obligation/counting.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/result.hpp"
#include "plan/api.hpp"
#include "plan/edition_store.hpp"
#include "plan/item_store.hpp"
#include "plan/put_in_force.hpp"

namespace caicach::app
{
namespace
{

// SQLite walks over the whole journal of a transaction with each line of the audit.
constexpr std::size_t deeds_a_transaction = 100;

std::string replaced(std::string text, std::string_view from, const std::string& to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// What an agency owes, in an order that chance did not make: keys are new in each province.
struct Owed {
    std::vector<obligation::Obligation> obligations{};
    std::map<plan::ItemId, std::string> titles{};  ///< without their quota
    plan::PlanId reform{};                         ///< the last plan: it has targets
};

Result<void> add_owed(database::Transaction& transaction, Owed& owed, plan::PlanId plan)
{
    const auto items = TRY(plan::items_in_force(transaction, plan));
    std::map<plan::ItemId, std::size_t> order;
    for (const auto& item : items) {
        order.emplace(item.lineage, order.size());
        owed.titles.emplace(item.lineage, item.title.substr(0, item.title.find(", ít nhất")));
    }
    auto all = TRY(obligation::ObligationStore{transaction}.of_plan(plan));
    std::map<organisation::AgencyId, std::string> codes;
    for (const auto& obligation : all) {
        if (codes.contains(obligation.agency)) continue;
        auto agency =
            TRY(organisation::agency_by_id(transaction, obligation.agency, obligation.due_on));
        codes.emplace(obligation.agency, std::move(agency.code));
    }
    const auto rank = [&](const obligation::Obligation& o) {
        return std::tuple{order.at(o.lineage), std::string_view{codes.at(o.agency)},
                          std::string_view{o.quota}, std::string_view{o.period}};
    };
    std::ranges::sort(all, {}, rank);
    std::ranges::move(all, std::back_inserter(owed.obligations));
    return {};
}

/// Of tasks whose overseer the plan's text names nobody one agency leads what all perform, and the
/// committee directs: as a reviewer says, since texts do not tell the two apart.
Result<void> name_who_leads(database::Transaction& transaction, const plan::Edition& edition,
                            Date day)
{
    const auto named = [&](std::string_view code) -> Result<std::vector<plan::Mention>> {
        const auto agency = TRY(organisation::agency_by_code(transaction, code, day));
        return std::vector<plan::Mention>{{agency.name, agency.id}};
    };
    const auto leading = TRY(named(sample_coordinator));
    const auto directing = TRY(named("UBND"));
    plan::ItemStore items{transaction};
    auto all = TRY(items.all_of(edition.id));
    for (auto& item : all) {
        if (!item.path.starts_with("II.") || item.lead.empty() || !item.oversee.empty()) continue;
        item.perform = std::exchange(item.lead, leading);
        item.direct = directing;
        TRY(items.save(item));
    }
    return {};
}

/// The plan's text of that year, through the importer, a review and into force; how long the last
/// took.
Result<double> put_plan_in_force(Context& context, Owed& owed, int year, std::string_view text,
                                 std::string_view name)
{
    const auto content = replaced(replaced(std::string{text}, "{year}", std::to_string(year)),
                                  "{before}", std::to_string(year - 1));
    auto edition = TRY(import_sample_plan(context, fmt::format("{}-{}.txt", name, year), content));
    auto transaction = TRY(context.begin());
    TRY(settle_sample_plan(transaction, edition));
    TRY(name_who_leads(transaction, edition, context.today()));
    const auto begun = std::chrono::steady_clock::now();
    TRY(plan::put_in_force(context, transaction, edition));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    TRY(add_owed(transaction, owed, edition.plan));
    owed.reform = edition.plan;
    TRY(transaction.commit());
    return took.count();
}

Result<void> report(Context& context, database::Transaction& transaction, const Owed& owed,
                    const Deed& deed)
{
    const auto& obligation = owed.obligations[deed.obligation];
    return obligation::report(
        context, transaction, obligation,
        {.title = owed.titles.at(obligation.lineage) + ", ngày " + deed.day.vietnamese(),
         .happened_on = deed.day,
         .quantity = deed.quantity,
         .link = fmt::format("https://songlam.example/{}/{}", deed.day.iso(), obligation.code)},
        {});
}

Result<void> refuse_last(Context& context, database::Transaction& transaction,
                         const obligation::Obligation& obligation)
{
    const auto facts =
        TRY(evidence::facts_of_object(transaction, obligation::fact_source, obligation.id.value));
    VERIFY(!facts.empty());
    return evidence::refuse(context, transaction, facts.back(),
                            "Địa chỉ dẫn tới trang không nói về việc này.");
}

Result<void> excuse(Context& context, database::Transaction& transaction,
                    const obligation::Obligation& listed)
{
    const auto obligation = TRY(obligation::ObligationStore{transaction}.find(listed.id));
    // What was done for another place of the plan may have counted here, too.
    if (!obligation.is_owed()) return {};
    return obligation::excuse(context, transaction, obligation,
                              "Trong kỳ cơ quan khắc phục hậu quả mưa lũ.");
}

Result<void> act(Context& context, database::Transaction& transaction, const Owed& owed,
                 const Deed& deed)
{
    const auto& obligation = owed.obligations[deed.obligation];
    if (deed.kind == Deed::Kind::excuse) return excuse(context, transaction, obligation);
    TRY(report(context, transaction, owed, deed));
    if (deed.kind == Deed::Kind::result) return {};
    return refuse_last(context, transaction, obligation);
}

/// Deeds of one day, as many as go well into a transaction.
std::span<const Deed> batch_of(std::span<const Deed> left)
{
    const auto most = left.first(std::min(left.size(), deeds_a_transaction));
    const auto other =
        std::ranges::find_if(most, [&](const Deed& deed) { return deed.day != most.front().day; });
    return {most.begin(), other};
}

}  // namespace

Result<DemoYear> live_demo_year(Context& context, DemoClock& clock, DemoHabits& habits,
                                DemoNumbers& numbers, DemoReports& reports, int year, Date until)
{
    // The day after the decision that both plans name.
    const auto arrival = Date::create(year - 1, 12, 17);
    VERIFY(arrival);
    clock.set_day(*arrival);
    DemoYear told{.year = year};
    Owed owed;
    const auto communication = TRY(put_plan_in_force(
        context, owed, year, sample::demo_communication, "ke-hoach-tuyen-truyen"));
    const auto reform =
        TRY(put_plan_in_force(context, owed, year, sample::demo_reform, "ke-hoach-cai-cach"));
    told.seconds_in_force = std::max(communication, reform);
    told.obligations = static_cast<std::int64_t>(owed.obligations.size());

    TRY(numbers.measure(context, clock, owed.reform, until));
    TRY(numbers.spend(context, clock, owed.reform, until));
    TRY(reports.open_periods(context, clock, year, until));
    const auto deeds = habits.deeds(owed.obligations, until);
    for (std::span<const Deed> left{deeds}; !left.empty();) {
        const auto batch = batch_of(left);
        TRY(reports.act_before(context, clock, batch.front().day));
        clock.set_day(batch.front().day);
        auto transaction = TRY(context.begin());
        for (const auto& deed : batch) TRY(act(context, transaction, owed, deed));
        TRY(transaction.commit());
        left = left.subspan(batch.size());
    }
    TRY(reports.act_before(context, clock, until));
    told.facts = std::ranges::count_if(
        deeds, [](const Deed& deed) { return deed.kind != Deed::Kind::excuse; });
    return told;
}

}  // namespace caicach::app
