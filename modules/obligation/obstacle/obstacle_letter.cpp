#include "obligation/obstacle/obstacle_letter.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "calendar/moment.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/sql.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

using document::official_paragraph;
using document::OfficialAlignment;

/// By kind: how many stand in which state.
document::OfficialTable kinds_table(const ObstacleReport& report)
{
    BoardTable table{.columns = {{.name = "Loại", .width = 40}}};
    for (const auto state : obstacle_states)
        table.columns.push_back({.name = std::string{label_of(state)}, .is_number = true});
    table.columns.push_back({.name = "Tất cả", .is_number = true});
    for (const auto kind : obstacle_kinds) {
        std::array<std::int64_t, obstacle_states.size()> numbers{};
        std::int64_t all = 0;
        for (const auto& one : report.obstacles) {
            const auto& obstacle = one.row.listed.obstacle;
            if (obstacle.kind != kind) continue;
            ++numbers[static_cast<std::size_t>(obstacle.state)];
            ++all;
        }
        if (all == 0) continue;
        std::vector<BoardCell> row{text_cell(std::string{label_of(kind)})};
        for (const auto number : numbers) row.push_back(number_cell(number));
        row.push_back(number_cell(all));
        table.rows.push_back(std::move(row));
    }
    return official_table(table, 8);
}

/// "Sở Y tế, ngày 12/3/2026: Bố trí trong quý II"
std::string answer_text(const ReportedObstacle& one)
{
    if (!one.answered_at) return "Chưa trả lời. Nơi trả lời: " + one.row.handler;
    return one.answered_by + ", " + vietnamese_moment(*one.answered_at) + ": " + one.answer;
}

document::OfficialTable obstacles_table(const ObstacleReport& report)
{
    document::OfficialTable table{
        .columns = {{.title = "STT", .share = 2, .alignment = OfficialAlignment::centre},
                    {.title = "Mục của kế hoạch", .share = 7},
                    {.title = "Cơ quan nêu, lúc nêu", .share = 5},
                    {.title = "Khó khăn, vướng mắc", .share = 9},
                    {.title = "Đã trả lời", .share = 8},
                    {.title = "Đề xuất, kiến nghị", .share = 7},
                    {.title = "Tình trạng", .share = 4}}};
    int number = 0;
    for (const auto& one : report.obstacles) {
        const auto& [obstacle, work] = one.row.listed;
        table.rows.push_back(
            {.cells = {std::to_string(++number), work.path + ". " + work.title,
                       one.row.agency + ", " + vietnamese_moment(obstacle.raised_at),
                       std::string{label_of(obstacle.kind)} + ": " + obstacle.problem,
                       answer_text(one), obstacle.wish, std::string{label_of(obstacle.state)}}});
    }
    return table;
}

std::int64_t waiting_in(const ObstacleReport& report)
{
    return std::ranges::count_if(report.obstacles, [](const ReportedObstacle& one) {
        return one.row.listed.obstacle.is_waiting();
    });
}

std::int64_t agencies_in(const ObstacleReport& report)
{
    std::set<organisation::AgencyId> agencies;
    for (const auto& one : report.obstacles) agencies.insert(one.row.listed.obstacle.agency);
    return std::ssize(agencies);
}

}  // namespace

document::OfficialDocument obstacle_letter(const ObstacleReport& report, const Sender& sender)
{
    const auto to = above_of(sender);
    const auto& issuer = sender.head.issuer;
    auto letter = letter_from(sender, report.today);
    letter.number = "/BC-" + sender.head.mark;
    letter.kind = "Báo cáo";
    letter.subject =
        "Tổng hợp khó khăn, vướng mắc trong thực hiện " + plan::name_in_short(report.plan);
    letter.addressees = {to};
    const auto say = [&](std::string words) {
        letter.body.emplace_back(official_paragraph(std::move(words)));
    };
    say("Thực hiện " + plan::name_in_full(report.plan) + ", " + issuer + " báo cáo " + to +
        " khó khăn, vướng mắc mà các cơ quan đã nêu, tính đến ngày " + report.today.vietnamese() +
        ":");
    if (!report.narrowed.empty()) say("Chỉ gồm: " + text::join(report.narrowed, "; ") + ".");
    letter.body.emplace_back(kinds_table(report));
    say("Cộng: " + counted(std::ssize(report.obstacles), "khó khăn, vướng mắc của ") +
        counted(agencies_in(report), "cơ quan; ") + counted(waiting_in(report), "còn chờ trả lời") +
        ". Từng vướng mắc, trả lời và kiến nghị nêu tại Phụ lục kèm theo.");
    if (report.is_cut)
        say("Phụ lục nêu các vướng mắc mới nhất; danh sách đầy đủ ở trang theo dõi kế hoạch.");
    say(issuer + " kính đề nghị " + to + " xem xét, chỉ đạo giải quyết các kiến nghị nêu trên.");
    letter.recipients = {"Như trên", "Các cơ quan có vướng mắc", "Lưu: VT"};
    letter.annexes.push_back({.title = "Khó khăn, vướng mắc, trả lời và kiến nghị",
                              .note = annex_note(letter),
                              .is_landscape = true,
                              .blocks = {obstacles_table(report)}});
    return letter;
}

Result<std::vector<ReportedObstacle>> with_answers(database::Transaction& transaction,
                                                   plan::PlanId plan, std::vector<ObstacleRow> rows,
                                                   Date today)
{
    struct Answer {
        std::string text{};
        organisation::AgencyId agency{};
        Instant at{};
    };
    std::map<ObstacleId, Answer> answers;
    const auto take = [&](const database::Row& row) {
        answers[row.id<ObstacleId>("obstacle_id")] = {row.string("text"),
                                                      row.id<organisation::AgencyId>("agency_id"),
                                                      row.instant("taken_at")};
    };
    TRY(transaction.each(sql::last_obstacle_answers, take, plan));
    AgencyNames names{transaction, today};
    std::vector<ReportedObstacle> reported;
    reported.reserve(rows.size());
    for (auto& row : rows) {
        ReportedObstacle one{.row = std::move(row)};
        const auto found = answers.find(one.row.listed.obstacle.id);
        if (found != answers.end()) {
            const auto* agency = TRY(names.of(found->second.agency));
            one.answer = found->second.text;
            one.answered_by = agency->name;
            one.answered_at = found->second.at;
        }
        reported.push_back(std::move(one));
    }
    std::ranges::stable_sort(reported, {}, [](const ReportedObstacle& one) {
        const auto& listed = one.row.listed;
        return std::pair{listed.work.position, listed.obstacle.id};
    });
    return reported;
}

}  // namespace caicach::obligation
