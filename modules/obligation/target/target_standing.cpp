#include "obligation/target/target_standing.hpp"

#include <algorithm>
#include <utility>

#include "obligation/ask.hpp"
#include "obligation/permissions.hpp"
#include "obligation/target/exclusion_store.hpp"
#include "obligation/target/hundredths.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{
namespace
{

evidence::Months months_of(const plan::PlanSummary& plan, Date day)
{
    return {.from = years_of(plan).first, .to = day};
}

/// The numbers of one measure.
std::vector<Measurement> of_measure(const std::vector<Measurement>& now, const Target& target,
                                    const Measure& measure)
{
    std::vector<Measurement> found;
    for (const auto& one : now)
        if (one.lineage == target.item.lineage && one.measure == measure.key) found.push_back(one);
    return found;
}

template <class Standing>
void sort_by_name(std::vector<Standing>& agencies)
{
    std::ranges::sort(agencies, [](const Standing& one, const Standing& other) {
        return text::collate(one.agency.name, other.agency.name) < 0;
    });
}

/// Numbers of those who are not concerned count nowhere.
std::vector<StatedAmounts> counted(const std::vector<Measurement>& now, const AskedAgencies& left,
                                   const AskedAgencies& all,
                                   std::span<const Exclusion* const> granted)
{
    const auto is_in = [](const std::vector<organisation::AgencyId>& agencies,
                          organisation::AgencyId agency) {
        return std::ranges::find(agencies, agency) != agencies.end();
    };
    std::vector<StatedAmounts> stated;
    stated.reserve(now.size());
    for (const auto& one : now) {
        const bool is_gone = !is_in(all.now, one.agency);
        const bool is_out =
            is_gone ? std::ranges::find(granted, one.agency, &Exclusion::agency) != granted.end()
                    : !is_in(left.now, one.agency);
        if (!is_out) stated.push_back({one.agency, one.amounts, one.as_of});
    }
    return stated;
}

/// Of the period that is asked for; one of its values is enough.
void name_missing(TargetStanding& standing)
{
    if (!standing.asked) return;
    auto& missing = standing.missing;
    for (const auto& measure : standing.measures) {
        if (measure.measure.is_told_by_figures()) continue;
        for (const auto& one : measure.agencies) {
            const bool is_there =
                one.amounts && one.lacking.empty() && one.as_of >= standing.asked->since;
            if (is_there || std::ranges::find(missing, one.agency.id,
                                              &organisation::AgencySummary::id) != missing.end())
                continue;
            missing.push_back(one.agency);
        }
    }
    std::ranges::sort(missing, [](const auto& one, const auto& other) {
        return text::collate(one.name, other.name) < 0;
    });
}

void add_up(MeasureStanding& standing)
{
    std::vector<Amounts> known;
    std::vector<Amounts> parts;
    const bool shared = !standing.measure.is_each &&
                        std::ranges::any_of(standing.agencies, [](const AgencyStanding& one) {
                            return one.is_of_figures && !one.has_done_nothing;
                        });
    for (const auto& one : standing.agencies) {
        if (!one.amounts) continue;
        auto amounts = *one.amounts;
        // Of what several do together the whole is in the sum by those who did something.
        if (one.has_done_nothing && shared) amounts.denominator = 0;
        (one.lacking.empty() ? known : parts).push_back(amounts);
        standing.first_as_of = std::min(standing.first_as_of.value_or(one.as_of), one.as_of);
        standing.last_as_of = std::max(standing.last_as_of.value_or(one.as_of), one.as_of);
    }
    standing.total =
        total_of(standing.measure, known, static_cast<int>(standing.agencies.size()), parts);
}

}  // namespace

Result<PlanTargets> PlanTargets::load(Context& context, database::Transaction& transaction,
                                      plan::PlanSummary plan)
{
    auto doers = TRY(Doers::create(transaction));
    PlanTargets targets{context, transaction, std::move(plan), std::move(doers)};
    targets.m_day = std::min(context.today(), years_of(targets.m_plan).last);
    const auto items = TRY(plan::items_in_force(transaction, targets.m_plan.id));
    const auto rules = TRY(MeasurementStore{transaction}.rules(targets.m_plan.id));
    const auto measured = TRY(MeasurementStore{transaction}.measured_words(targets.m_plan.id));
    targets.m_targets = targets_in(items, rules, measured);
    targets.m_exclusions = TRY(ExclusionStore{transaction}.of_plan(targets.m_plan.id));
    targets.m_rhythms = TRY(NumberRhythmStore{transaction}.of_plan(targets.m_plan.id));
    targets.m_number_heirs = TRY(NumberHeirStore{transaction}.of_plan(targets.m_plan.id));
    return targets;
}

Result<const Target*> PlanTargets::find(std::string_view code) const
{
    const auto found =
        std::ranges::find_if(m_targets, [&](const Target& one) { return one.code() == code; });
    if (found == m_targets.end()) return failure(Failure::not_found, "obligation.target.not_found");
    return &*found;
}

const Target* PlanTargets::of_lineage(plan::ItemId lineage) const
{
    const auto found = std::ranges::find_if(
        m_targets, [&](const Target& one) { return one.item.lineage == lineage; });
    return found == m_targets.end() ? nullptr : &*found;
}

Result<std::vector<organisation::AgencyId>> PlanTargets::expected(const Target& target)
{
    auto agencies = TRY(m_doers.on(target.item, m_plan.issued_on, m_day));
    // "Các cơ quan liên quan", or nobody: who coordinates the plan answers for the whole.
    if (agencies.empty()) agencies.push_back(m_plan.coordinator);
    return agencies;
}

Result<bool> PlanTargets::is_excluded(const Target& target, const Measure& measure,
                                      organisation::AgencyId agency)
{
    const auto holding = granted(target, measure);
    if (holding.empty()) return false;
    const auto agencies = TRY(asked(target));
    const auto excluded = excluded_of(agencies, m_doers.succession(), holding);
    return std::ranges::find(excluded, agency, &Excluded::agency) != excluded.end();
}

const Exclusion* PlanTargets::exclusion_at(const Target& target, std::string_view measure,
                                           organisation::AgencyId agency) const
{
    const auto found = std::ranges::find_if(m_exclusions, [&](const Exclusion& one) {
        return one.lineage == target.item.lineage && one.measure == measure && one.agency == agency;
    });
    return found == m_exclusions.end() ? nullptr : &*found;
}

std::vector<const Exclusion*> PlanTargets::granted(const Target& target,
                                                   const Measure& measure) const
{
    std::vector<const Exclusion*> found;
    for (const auto& one : m_exclusions)
        if (one.state == ExclusionState::granted && one.is_about(target.item.lineage, measure.key))
            found.push_back(&one);
    return found;
}

Result<AskedAgencies> PlanTargets::left_to_ask(const Target& target, AskedAgencies asked,
                                               MeasureStanding& standing)
{
    const auto holding = granted(target, standing.measure);
    const auto excluded = excluded_of(asked, m_doers.succession(), holding);
    for (const auto& one : excluded) {
        const auto* summary = TRY(summary_of(one.agency));
        ExcludedStanding shown{.agency = *summary, .stated = *one.stated};
        if (one.stated->agency != one.agency) {
            const auto* by = TRY(summary_of(one.stated->agency));
            shown.by = by->name;
        }
        standing.excluded.push_back(std::move(shown));
    }
    sort_by_name(standing.excluded);
    return without(std::move(asked), excluded, holding);
}

std::optional<AskedPeriod> PlanTargets::asked_now(const Target& target) const
{
    return asked_on(rhythm_of(m_rhythms, target.item.lineage), m_plan, m_context.today());
}

Result<bool> PlanTargets::is_missing(const Target& target, organisation::AgencyId agency,
                                     const std::vector<Measurement>& own)
{
    const auto asked = asked_now(target);
    if (!asked) return false;
    const auto agencies = TRY(expected(target));
    if (std::ranges::find(agencies, agency) == agencies.end()) return false;
    const bool may_miss = std::ranges::any_of(target.measures, [&](const Measure& measure) {
        return !measure.is_told_by_figures() &&
               std::ranges::none_of(own, [&](const Measurement& one) {
                   return one.lineage == target.item.lineage && one.measure == measure.key &&
                          one.as_of >= asked->since;
               });
    });
    if (!may_miss) return false;
    // It may not be concerned, or have taken over what was stated.
    const auto all = TRY(standing(target));
    return std::ranges::find(all.missing, agency, &organisation::AgencySummary::id) !=
           all.missing.end();
}

Result<TargetStanding> PlanTargets::standing(const Target& target)
{
    const auto now =
        TRY(MeasurementStore{m_transaction}.now_of_target(m_plan.id, target.item.lineage));
    return standing_with(target, now);
}

Result<std::vector<TargetStanding>> PlanTargets::standings()
{
    const auto now = TRY(MeasurementStore{m_transaction}.now_of_plan(m_plan.id));
    std::vector<TargetStanding> all;
    all.reserve(m_targets.size());
    for (const auto& target : m_targets) {
        auto one = TRY(standing_with(target, now));
        all.push_back(std::move(one));
    }
    return all;
}

Result<AskedAgencies> PlanTargets::asked(const Target& target)
{
    AskedAgencies asked{.day = m_day};
    asked.now = TRY(expected(target));
    asked.first_day = std::min(std::max(m_plan.issued_on, years_of(m_plan).first), m_day);
    asked.at_first = TRY(m_doers.on(target.item, m_plan.issued_on, asked.first_day));
    return asked;
}

Result<TargetStanding> PlanTargets::standing_with(const Target& target,
                                                  const std::vector<Measurement>& now)
{
    TargetStanding all{.target = target};
    const auto agencies = TRY(asked(target));
    const auto named = stated_heirs(m_number_heirs);
    for (const auto& measure : target.measures) {
        MeasureStanding standing{.measure = measure};
        const auto own = of_measure(now, target, measure);
        const auto still_asked = TRY(left_to_ask(target, agencies, standing));
        const auto stated = counted(own, still_asked, agencies, granted(target, measure));
        const auto holding = held_by(measure, still_asked, m_doers.succession(), stated, named);
        for (const auto& held : holding.held) {
            auto one = TRY(standing_of(measure, held, own));
            standing.agencies.push_back(std::move(one));
        }
        for (const auto& left : holding.left_out) {
            const auto* summary = TRY(summary_of(left.agency));
            standing.left_out.push_back({*summary, left.is_split});
        }
        sort_by_name(standing.agencies);
        add_up(standing);
        all.measures.push_back(std::move(standing));
    }
    for (const auto& measure : target.earlier) {
        auto standing = TRY(earlier_standing(measure, of_measure(now, target, measure)));
        all.earlier.push_back(std::move(standing));
    }
    all.rhythm = rhythm_of(m_rhythms, target.item.lineage);
    all.asked = asked_now(target);
    name_missing(all);
    return all;
}

/// Numbers as they were stated: nothing is made of them any more.
Result<MeasureStanding> PlanTargets::earlier_standing(const Measure& measure,
                                                      const std::vector<Measurement>& now)
{
    MeasureStanding standing{.measure = measure};
    for (const auto& one : now) {
        const auto* summary = TRY(summary_of(one.agency));
        standing.agencies.push_back(
            {.agency = *summary, .measurement = one, .amounts = one.amounts, .as_of = one.as_of});
    }
    sort_by_name(standing.agencies);
    return standing;
}

Result<AgencyStanding> PlanTargets::standing_of(const Measure& measure, const HeldAmounts& held,
                                                std::span<const Measurement> now)
{
    const auto* summary = TRY(summary_of(held.agency));
    AgencyStanding one{.agency = *summary, .amounts = held.amounts, .as_of = held.as_of};
    const auto own = std::ranges::find(now, held.agency, &Measurement::agency);
    if (own != now.end()) one.measurement = *own;
    one.taken_over = TRY(agency_names(held.taken_over));
    // Figures know who answers for whom.
    if (!measure.is_told_by_figures()) one.lacking = TRY(agency_names(held.lacking));
    TRY(take_figures(measure, one));
    if (one.amounts)
        one.reached =
            one.lacking.empty() ? judge(measure, *one.amounts) : judge_part(measure, *one.amounts);
    return one;
}

Result<std::vector<std::string>> PlanTargets::agency_names(
    std::span<const organisation::AgencyId> agencies)
{
    std::vector<std::string> names;
    for (const auto agency : agencies) {
        const auto* summary = TRY(summary_of(agency));
        names.push_back(summary->name);
    }
    return names;
}

/// What a figure says takes the place of what was stated. The ledger is complete: who has no fact
/// of it has none, from the first day of the plan's years on.
Result<void> PlanTargets::take_figures(const Measure& measure, AgencyStanding& standing)
{
    if (measure.numerator_figure.empty()) return {};
    standing.is_of_figures = true;
    auto before = std::exchange(standing.amounts, std::nullopt);
    if (m_day < years_of(m_plan).first) return {};
    const auto agency = standing.agency.id;
    const auto top = TRY(told_by(measure.numerator_figure, agency));
    if (!top) return {};
    standing.as_of = m_day;
    if (measure.kind() == MeasureKind::count) {
        standing.amounts = Amounts{.value = top};
        return {};
    }
    auto bottom = before ? before->denominator : std::nullopt;
    if (!measure.denominator_figure.empty()) {
        bottom = TRY(told_by(measure.denominator_figure, agency));
        const auto* wholes = TRY(amounts_of(measure.denominator_figure));
        standing.has_done_nothing = !wholes->by_agency.contains(agency);
    }
    if (bottom) standing.amounts = Amounts{.numerator = top, .denominator = bottom};
    return {};
}

Result<std::optional<std::int64_t>> PlanTargets::told_by(const std::string& figure,
                                                         organisation::AgencyId agency)
{
    auto* amounts = TRY(amounts_of(figure));
    if (!amounts->figure) return std::optional<std::int64_t>{};
    const auto found = amounts->by_agency.find(agency);
    if (found != amounts->by_agency.end()) return std::optional{found->second * hundredths};
    if (!amounts->of_nobody) {
        // Nothing; but how many agencies a group has is so whoever asks.
        const auto origins = TRY(evidence::origins_of(m_transaction, *amounts->figure,
                                                      months_of(m_plan, m_day), agency, m_day));
        std::int64_t sum = 0;
        for (const auto& origin : origins) sum += origin.amount;
        amounts->of_nobody = sum;
    }
    return std::optional{*amounts->of_nobody * hundredths};
}

Result<PlanTargets::FigureAmounts*> PlanTargets::amounts_of(const std::string& figure)
{
    const auto known = m_figures.find(figure);
    if (known != m_figures.end()) return &known->second;
    FigureAmounts amounts;
    const auto found = evidence::figure_of(m_context, m_transaction, figure);
    if (found) {
        amounts.figure = *found;
        const auto totals = TRY(evidence::amounts_of(
            m_transaction, *found, months_of(m_plan, m_day), evidence::Rollup::as_now, m_day));
        for (const auto& total : totals) amounts.by_agency[total.agency] = total.amount;
    }
    return &m_figures.emplace(figure, std::move(amounts)).first->second;
}

Result<const organisation::AgencySummary*> PlanTargets::summary_of(organisation::AgencyId agency)
{
    auto found = m_agencies.find(agency);
    if (found == m_agencies.end()) {
        auto summary = TRY(organisation::agency_by_id(m_transaction, agency, m_day));
        found = m_agencies.emplace(agency, std::move(summary)).first;
    }
    return &found->second;
}

Result<bool> PlanTargets::may_see_all(const Target& target)
{
    if (m_context.may(watch_plans, organisation::scope_of(m_plan.coordinator))) return true;
    for (const auto role : {plan::Role::direct, plan::Role::oversee, plan::Role::lead}) {
        // Who leads what others perform watches them.
        if (role == Doers::owing_role(target.item)) continue;
        const auto agencies = TRY(m_doers.in_role(target.item, role, m_plan.issued_on, m_day));
        const bool is_one = std::ranges::any_of(
            agencies, [&](organisation::AgencyId agency) { return may_see_agency(agency); });
        if (is_one) return true;
    }
    return false;
}

Result<bool> PlanTargets::may_see(const Target& target)
{
    const bool sees_all = TRY(may_see_all(target));
    if (sees_all) return true;
    auto agencies = TRY(expected(target));
    const auto support =
        TRY(m_doers.in_role(target.item, plan::Role::support, m_plan.issued_on, m_day));
    agencies.insert(agencies.end(), support.begin(), support.end());
    return std::ranges::any_of(
        agencies, [&](organisation::AgencyId agency) { return may_see_agency(agency); });
}

bool PlanTargets::may_see_agency(organisation::AgencyId agency) const
{
    return m_context.may(see_work, organisation::scope_of(agency));
}

bool PlanTargets::may_state(organisation::AgencyId agency) const
{
    return m_context.may(state_measurements, organisation::scope_of(agency)) || may_lead();
}

bool PlanTargets::may_lead() const
{
    return m_context.may(lead_targets, organisation::scope_of(m_plan.coordinator));
}

std::string figure_facts_path(const plan::PlanSummary& plan, Date day, std::string_view figure)
{
    const auto months = months_of(plan, day);
    return "/so-lieu/" + std::string{figure} + "?tu=" + months.from.iso() +
           "&den=" + months.to.iso() + "&theo=hien-nay";
}

std::string names_of(const std::vector<plan::Mention>& mentions)
{
    std::string names;
    for (const auto& mention : mentions) names += (names.empty() ? "" : ", ") + mention.text;
    return names;
}

std::string responsible_of(const plan::Item& item)
{
    return names_of(item.agencies(Doers::owing_role(item)));
}

}  // namespace caicach::obligation
