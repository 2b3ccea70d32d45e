#include "obligation/telling/told_figures.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "obligation/board/sums.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/paths.hpp"
#include "obligation/sql.hpp"
#include "obligation/telling/told_tasks.hpp"

namespace caicach::obligation
{
namespace
{

using evidence::ToldAmount;
using organisation::AgencyId;

/// What was due of an agency and how it went, and what it watches.
struct Told {
    Sums sums{};
    std::int64_t obstacles{};
    std::set<AgencyId> watched_agencies{};
    std::int64_t watched_overdue{};
    std::int64_t watched_excused{};
};

/// Which half of `Told` a figure is of, so that nothing is read that nobody asked for.
enum class Half { own, obstacles, watched };

/// Days end at 17:00 UTC.
constexpr auto end_of_day = "T17";

struct TellsFigure {
    std::string_view key{};
    std::string_view text{};
    std::string_view unit{};
    std::string_view definition{};
    Half half{};
    std::int64_t (*amount)(const Told&){};
    std::int64_t (*denominator)(const Told&){};
};

std::int64_t asked_of(const Told& told) { return told.sums.asked(); }
std::int64_t in_time_of(const Told& told) { return told.sums.in_time; }

constexpr std::array all{
    TellsFigure{"obligation.owed", "Nhiệm vụ kế hoạch đến hạn", "nhiệm vụ",
                "Nhiệm vụ của các kế hoạch đang thực hiện có hạn trong thời gian lấy số liệu và đã "
                "qua hạn; không tính nhiệm vụ được miễn, nhiệm vụ chỉ đề nghị, phần việc cơ quan "
                "khác giao lại.",
                Half::own, asked_of},
    TellsFigure{"obligation.in_time", "Nhiệm vụ hoàn thành đúng hạn", "nhiệm vụ",
                "Trong số nhiệm vụ đến hạn, nhiệm vụ có đủ kết quả chậm nhất vào ngày hết hạn.",
                Half::own, in_time_of},
    TellsFigure{"obligation.late", "Nhiệm vụ hoàn thành muộn", "nhiệm vụ",
                "Trong số nhiệm vụ đến hạn, nhiệm vụ có đủ kết quả sau ngày hết hạn.", Half::own,
                [](const Told& told) { return told.sums.late; }},
    TellsFigure{"obligation.overdue", "Nhiệm vụ quá hạn, chưa hoàn thành", "nhiệm vụ",
                "Trong số nhiệm vụ đến hạn, nhiệm vụ chưa đủ kết quả vào lúc lập báo cáo.",
                Half::own, [](const Told& told) { return told.sums.overdue; }},
    TellsFigure{"obligation.in_time_share", "Tỷ lệ nhiệm vụ hoàn thành đúng hạn", "%",
                "Nhiệm vụ hoàn thành đúng hạn chia cho nhiệm vụ đến hạn, kể cả nhiệm vụ quá hạn "
                "chưa hoàn thành.",
                Half::own, in_time_of, asked_of},
    TellsFigure{
        "obligation.obstacles_open", "Khó khăn, vướng mắc chưa được giải quyết", "vướng mắc",
        "Vướng mắc cơ quan đã nêu đến ngày cuối của thời gian lấy số liệu và chưa khép lại.",
        Half::obstacles, [](const Told& told) { return told.obstacles; }},
    TellsFigure{
        "obligation.watched_late_agencies", "Cơ quan có nhiệm vụ quá hạn", "cơ quan",
        "Cơ quan có ít nhất một nhiệm vụ quá hạn chưa hoàn thành của các kế hoạch mà cơ "
        "quan báo cáo điều phối, hạn đến ngày cuối của thời gian lấy số liệu.",
        Half::watched,
        [](const Told& told) { return static_cast<std::int64_t>(told.watched_agencies.size()); }},
    TellsFigure{"obligation.watched_overdue", "Nhiệm vụ quá hạn của các cơ quan", "nhiệm vụ",
                "Nhiệm vụ quá hạn chưa hoàn thành của mọi cơ quan, thuộc các kế hoạch mà cơ quan "
                "báo cáo điều phối, hạn đến ngày cuối của thời gian lấy số liệu.",
                Half::watched, [](const Told& told) { return told.watched_overdue; }},
    TellsFigure{"obligation.watched_excused", "Nhiệm vụ được miễn của các cơ quan", "nhiệm vụ",
                "Nhiệm vụ được miễn có hạn trong thời gian lấy số liệu, thuộc các kế hoạch mà cơ "
                "quan báo cáo điều phối.",
                Half::watched, [](const Told& told) { return told.watched_excused; }}};

bool is_asked(const evidence::ToldAmountsAsked& asked, std::string_view key)
{
    return std::ranges::find(asked.keys, key) != asked.keys.end();
}

bool is_asked(const evidence::ToldAmountsAsked& asked, Half half)
{
    return std::ranges::any_of(all, [&](const TellsFigure& figure) {
        return figure.half == half && is_asked(asked, figure.key);
    });
}

using ByAgency = std::map<AgencyId, Told>;

/// What was due of one agency, told of whom `answers` for it.
Result<void> add_tally(database::Transaction& transaction, const evidence::Telling& telling,
                       AgencyId agency, const std::function<Result<AgencyId>(Date)>& answers,
                       ByAgency& told)
{
    const auto day_from = [](const database::Row& row) {
        return DaySums{.due_on = row.date("due_on"),
                       .owed = row.integer("owed"),
                       .in_time = row.integer("in_time"),
                       .late = row.integer("late"),
                       .excused = row.integer("excused")};
    };
    const auto days = TRY(transaction.all(sql::told_tally, day_from, agency, telling.window.from,
                                          last_over(telling)));
    for (const auto& day : days) {
        const auto whose = TRY(answers(day.due_on));
        told[whose].sums += sums_of(std::vector<DaySums>{day}, telling.today);
    }
    return {};
}

/// Of one agency what it speaks for; else what each of all does.
Result<void> add_sums(database::Transaction& transaction, const evidence::Telling& telling,
                      ByAgency& told)
{
    Heirs heirs{transaction, telling.today};
    std::vector<AgencyId> agencies;
    if (telling.agency) {
        agencies = TRY(predecessors_of(transaction, *telling.agency, telling.today));
        agencies.push_back(*telling.agency);
    } else {
        std::set<AgencyId> known;
        for (const auto on : {telling.window.from, telling.today}) {
            const auto there = TRY(organisation::agencies_on(transaction, on));
            for (const auto& agency : there) known.insert(agency.id);
        }
        agencies.assign(known.begin(), known.end());
    }
    for (const auto agency : agencies) {
        const auto answers = [&](Date day) -> Result<AgencyId> {
            if (telling.agency == agency) return agency;
            const auto found = TRY(heirs.of(agency, day));
            return found.empty() ? agency : found.front();
        };
        TRY(add_tally(transaction, telling, agency, answers, told));
    }
    return {};
}

Result<void> add_obstacles(database::Transaction& transaction, const evidence::Telling& telling,
                           ByAgency& told)
{
    std::vector<AgencyId> agencies;
    if (telling.agency) {
        agencies.push_back(*telling.agency);
    } else {
        const auto there = TRY(organisation::agencies_on(transaction, telling.today));
        for (const auto& agency : there) agencies.push_back(agency.id);
    }
    const auto number = [](const database::Row& row) { return row.integer("number"); };
    for (const auto agency : agencies) {
        told[agency].obstacles = TRY(transaction.one(sql::obstacles_left_of_agency, number, agency,
                                                     telling.window.to.iso() + end_of_day));
    }
    return {};
}

/// What is overdue of the plans that somebody coordinates.
Result<void> add_watched(database::Transaction& transaction, const evidence::Telling& telling,
                         ByAgency& told)
{
    const auto plans = TRY(plans_in(transaction, telling.window, telling.today));
    for (const auto& plan : plans) {
        if (telling.agency && plan.coordinator != *telling.agency) continue;
        auto& watched = told[plan.coordinator];
        const auto add_overdue = [&](const database::Row& row) {
            watched.watched_agencies.insert(row.id<AgencyId>("agency_id"));
            watched.watched_overdue += row.integer("overdue");
        };
        TRY(transaction.each(sql::overdue_by_agency, add_overdue, plan.id,
                             last_over(telling).plus_days(1)));
        const auto days = TRY(sums_by_day(transaction, plan.id));
        for (const auto& day : days)
            if (telling.window.has(day.due_on)) watched.watched_excused += day.excused;
    }
    return {};
}

}  // namespace

Result<void> name_figures(Context& /*context*/, database::Transaction& /*transaction*/,
                          const evidence::ToldFiguresAsked& asked)
{
    for (const auto& figure : all) {
        asked.figures->push_back({.key = std::string{figure.key},
                                  .text = std::string{figure.text},
                                  .unit = std::string{figure.unit},
                                  .definition = std::string{figure.definition},
                                  .is_ratio = figure.denominator != nullptr});
    }
    return {};
}

Result<void> tell_amounts(Context& /*context*/, database::Transaction& transaction,
                          const evidence::ToldAmountsAsked& asked)
{
    ByAgency told;
    if (asked.telling.agency) told.emplace(*asked.telling.agency, Told{});
    if (is_asked(asked, Half::own)) TRY(add_sums(transaction, asked.telling, told));
    if (is_asked(asked, Half::obstacles)) TRY(add_obstacles(transaction, asked.telling, told));
    if (is_asked(asked, Half::watched)) TRY(add_watched(transaction, asked.telling, told));
    for (const auto& figure : all) {
        if (!is_asked(asked, figure.key)) continue;
        for (const auto& [agency, of_agency] : told) {
            // An heir may have been found for what was asked of another.
            if (asked.telling.agency && *asked.telling.agency != agency) continue;
            ToldAmount amount{.key = std::string{figure.key},
                              .agency = agency,
                              .numerator = figure.amount(of_agency)};
            if (figure.denominator != nullptr) amount.denominator = figure.denominator(of_agency);
            if (figure.half == Half::obstacles) amount.path = obstacles_path();
            if (figure.half == Half::watched) amount.path = boards_path();
            asked.amounts->push_back(std::move(amount));
        }
    }
    return {};
}

}  // namespace caicach::obligation
