#include "obligation/board/board_part_views.hpp"

#include <array>

#include "obligation/board/table_views.hpp"
#include "obligation/paths.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::obligation
{

using html::Writer;

void write_definitions(Writer& out)
{
    constexpr std::array rows{
        web::Fact{"Phải xong",
                  "Việc đã đến hạn (hạn trước hôm nay), không kể việc được miễn. Việc "
                  "kế hoạch chỉ đề nghị không nằm trong số nào."},
        web::Fact{"Đúng hạn", "Làm đủ số lượng, kết quả cuối cùng không sau ngày hạn."},
        web::Fact{"Muộn", "Đã làm đủ, nhưng sau ngày hạn."},
        web::Fact{"Quá hạn", "Qua ngày hạn mà chưa đủ, đến nay vẫn chưa đủ."},
        web::Fact{"Kế hoạch riêng chờ xem xét",
                  "Tính theo ngày gửi, đúng hạn hoặc muộn; bị trả lại thì lại là chưa làm."},
        web::Fact{"Được miễn", "Điều phối miễn, có lý do ghi ở từng việc."},
        web::Fact{"Tỷ lệ đúng hạn",
                  "Đúng hạn ÷ (đúng hạn + muộn + quá hạn): việc chưa làm vẫn "
                  "nằm trong mẫu số."},
        web::Fact{"Trong kỳ",
                  "Việc có hạn từ hôm nay đến hết tháng này: đã xong bao nhiêu, còn thiếu bao "
                  "nhiêu. Chưa đến hạn nên không nằm trong tỷ lệ."},
        web::Fact{"Cả kế hoạch", "Mọi việc của cả năm, kể cả chưa đến hạn và được miễn."}};
    out({"<h2>Các số này nghĩa là gì</h2>"});
    web::facts(out, rows);
}

void write_downloads(Writer& out, const Watched& watched, std::string_view table)
{
    auto query = watched.filter.query();
    query += (query.empty() ? "?bang=" : "&bang=") + std::string{table};
    const auto csv = board_export_path(watched.plan.code, "csv") + query;
    const auto xlsx = board_export_path(watched.plan.code, "xlsx") + query;
    const std::array entries{web::Download{"CSV", csv}, web::Download{"Excel", xlsx}};
    web::downloads(out, entries);
}

void write_with_downloads(Writer& out, const Board& board, const BoardTable& table,
                          std::string_view name)
{
    if (table.rows.empty()) return;
    write_table(out, table);
    write_downloads(out, board.watched, name);
}

std::vector<web::Choice> kind_choices(const Board& board)
{
    std::vector<web::Choice> choices;
    choices.reserve(board.kinds.size());
    for (const auto& kind : board.kinds)
        choices.push_back({kind.key, kind.text, {}, kind.key == board.watched.filter.kind});
    return choices;
}

std::vector<web::Choice> area_choices(const BoardFilter& filter)
{
    std::vector<web::Choice> choices;
    choices.reserve(plan::areas().size() + 1);
    for (const auto& area : plan::areas())
        choices.push_back({area.key, area.text, {}, area.key == filter.area});
    choices.push_back({no_area, "Chưa xếp lĩnh vực", {}, filter.area == no_area});
    return choices;
}

std::vector<web::Choice> state_choices(const BoardFilter& filter, std::span<const State> states)
{
    std::vector<web::Choice> choices;
    choices.reserve(states.size());
    for (const auto state : states)
        choices.push_back({name_of(state), label_of(state), {}, filter.state == state});
    return choices;
}

web::Choice among_choice(const BoardFilter& filter, Among among)
{
    return {name_of(among), label_of(among), {}, filter.among == among};
}

std::vector<web::Link> crumbs_to(const plan::PlanSummary& plan)
{
    return {{.text = "Theo dõi", .path = boards_path()},
            {.text = plan.title, .path = board_path(plan.code)}};
}

}  // namespace caicach::obligation
