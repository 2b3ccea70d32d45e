#include "obligation/board/public_content.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "obligation/target/target_table.hpp"

namespace caicach::obligation
{
namespace
{

void count(PublicItem& item, const ItemSums& entry)
{
    const auto sums = entry.of_whole_plan();
    if (sums.owed == sums.excused) return;
    ++item.agencies;
    if (sums.overdue > 0) {
        ++item.overdue;
    } else if (sums.late > 0) {
        ++item.late;
    } else if (sums.in_time > 0) {
        ++item.in_time;
    }
}

/// Of one agency where several are asked.
bool is_of_one_among_others(const Total& total)
{
    return !total.is_each && total.expected > 1 && total.stated + total.apart < 2;
}

std::string source_of(const MeasureStanding& standing)
{
    if (standing.measure.is_told_by_figures()) return "Tính từ kết quả đã ghi nhận";
    return "Số liệu của " + stated_text(standing.total);
}

PublicTarget public_target(const Target& target, const MeasureStanding& standing)
{
    PublicTarget shown{.path = target.item.path,
                       .title = target.item.title,
                       .item_code = target.code(),
                       .wanted = asked_text(standing.measure)};
    const auto& source = standing.measure.source;
    if (!source.empty()) shown.wanted += ", theo " + source;
    if (standing.total.stated == 0 || is_of_one_among_others(standing.total)) {
        shown.reached = "Chưa đủ số liệu";
        shown.state = label_of(Reached::unknown);
        return shown;
    }
    shown.reached = total_result_text(standing.measure, standing.total);
    if (shown.reached.empty()) shown.reached = "Chưa đủ số liệu";
    shown.as_of = as_of_text(standing);
    shown.source = source_of(standing);
    shown.state = label_of(standing.total.reached);
    return shown;
}

}  // namespace

std::vector<PublicItem> public_items(std::span<const Work> works, std::span<const ItemSums> sums)
{
    std::map<plan::ItemId, PublicItem> counted;
    for (const auto& entry : sums) count(counted[entry.lineage], entry);
    std::vector<PublicItem> items;
    items.reserve(works.size());
    for (const auto& work : works) {
        const auto found = counted.find(work.lineage);
        if (found == counted.end() || found->second.agencies == 0) continue;
        items.push_back(found->second);
        items.back().work = work;
    }
    return items;
}

std::vector<PublicArea> public_areas(std::span<const Work> works, std::span<const ItemSums> sums)
{
    std::map<plan::ItemId, std::string> areas;
    for (const auto& work : works) areas.emplace(work.lineage, work.area);
    std::map<std::string, Sums> added;
    for (const auto& entry : sums) {
        const auto area = areas.find(entry.lineage);
        if (area != areas.end()) added[area->second] += entry.sums;
    }
    std::vector<PublicArea> shown;
    const auto add = [&](std::string_view key) {
        const auto found = added.find(std::string{key});
        if (found == added.end() || found->second.asked() == 0) return;
        shown.push_back({.area = found->first, .sums = found->second});
    };
    for (const auto& area : plan::areas()) add(area.key);
    add("");
    return shown;
}

std::vector<PublicTarget> public_targets(std::span<const TargetStanding> standings)
{
    std::vector<PublicTarget> shown;
    for (const auto& standing : standings)
        for (const auto& one : standing.measures)
            shown.push_back(public_target(standing.target, one));
    return shown;
}

Result<PublicContent> public_content_of(Context& context, database::Transaction& transaction,
                                        const plan::PlanSummary& plan, const PublicChoice& choice)
{
    PublicContent content{.shows_items = choice.items,
                          .shows_areas = choice.areas,
                          .shows_targets = !choice.targets.empty(),
                          .until = context.today().plus_days(-1)};
    if (choice.items || choice.areas) {
        auto works = TRY(works_of(transaction, plan.id));
        const auto all = works.size();
        std::erase_if(works, [&](const Work& work) { return choice.withholds(work.lineage); });
        content.withheld = all - works.size();
        const auto sums = TRY(sums_by_item(transaction, plan.id, context.today()));
        if (choice.items) content.items = public_items(works, sums);
        if (choice.areas) content.areas = public_areas(works, sums);
    }
    if (content.shows_targets) {
        auto targets = TRY(PlanTargets::load(context, transaction, plan));
        auto standings = TRY(targets.standings());
        std::erase_if(standings, [&](const TargetStanding& standing) {
            return !choice.shows_target(standing.target.item.lineage);
        });
        content.targets = public_targets(standings);
    }
    return content;
}

PublicContents::Content PublicContents::held(const Held& wanted)
{
    const std::lock_guard lock{m_mutex};
    const auto found = std::ranges::find(m_held, wanted.plan, &Held::plan);
    if (found == m_held.end() || found->edition != wanted.edition ||
        found->version != wanted.version || found->day != wanted.day ||
        wanted.made_at >= found->made_at + seconds)
        return nullptr;
    return found->content;
}

Result<PublicContents::Content> PublicContents::content(Context& context,
                                                        database::Transaction& transaction,
                                                        const plan::PlanSummary& plan,
                                                        const PublicChoice& choice)
{
    Held wanted{.plan = plan.id,
                .edition = plan.edition,
                .version = choice.version,
                .day = context.today(),
                .made_at = context.now()};
    if (auto content = held(wanted)) return content;
    auto made = TRY(public_content_of(context, transaction, plan, choice));
    wanted.content = std::make_shared<const PublicContent>(std::move(made));
    auto content = wanted.content;
    const std::lock_guard lock{m_mutex};
    std::erase_if(m_held, [&](const Held& one) { return one.plan == wanted.plan; });
    if (m_held.size() == plans_max) m_held.erase(m_held.begin());
    m_held.push_back(std::move(wanted));
    return content;
}

}  // namespace caicach::obligation
