#include "obligation/board/public_views.hpp"

#include <map>

#include "obligation/board/table_views.hpp"
#include "web/components/feedback.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

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

BoardTable table_of(const PublicBoardPage& page)
{
    BoardTable table{.title = "Theo mục của kế hoạch",
                     .columns = {{.name = "Mục"},
                                 {.name = "Cơ quan phải làm", .is_number = true},
                                 {.name = "Làm đủ, đúng hạn", .is_number = true},
                                 {.name = "Làm đủ, có việc muộn", .is_number = true},
                                 {.name = "Còn việc quá hạn", .is_number = true}}};
    for (const auto& item : page.items) {
        const auto path =
            "/ke-hoach/" + page.plan.slug + "#muc-" + plan::item_code(item.work.lineage.value);
        table.rows.push_back({text_cell(item.work.path + ". " + item.work.title, path),
                              number_cell(item.agencies), number_cell(item.in_time),
                              number_cell(item.late), number_cell(item.overdue)});
    }
    return table;
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

http::Response public_board_page(const Context& context, const PublicBoardPage& page)
{
    auto frame = web::frame_of(context, "Đang thực hiện đến đâu: " + page.plan.title);
    frame.description = page.plan.title + ": mỗi mục có bao nhiêu cơ quan đã làm.";
    frame.crumbs = {{.text = "Kế hoạch", .path = "/ke-hoach"},
                    {.text = page.plan.title, .path = "/ke-hoach/" + page.plan.slug}};
    auto response = web::show(frame, [&](Writer& out) {
        const auto lead = "Tính đến hết ngày " + context.today().plus_days(-1).vietnamese() + ".";
        web::page_title(
            out, {.title = "Đang thực hiện đến đâu", .caption = page.plan.title, .lead = lead});
        if (page.items.empty()) {
            web::empty_state(out, {.title = "Chưa có mục nào đến kỳ thực hiện",
                                   .text = "Các số xuất hiện khi có mục giao cho cơ quan."});
            return;
        }
        write_table(out, table_of(page));
        out(
            {"<p>Mỗi cơ quan được đếm một lần ở mỗi mục: còn việc qua hạn mà chưa đủ thì ở cột "
             "cuối; "
             "đã làm đủ nhưng có việc sau ngày hạn thì ở cột muộn; cơ quan chưa có việc nào đến "
             "hạn "
             "hoặc làm xong thì chỉ ở cột đầu. Việc kế hoạch chỉ đề nghị, và cơ quan được miễn, "
             "không được đếm. Kế hoạch riêng đã gửi, còn chờ xem xét, được tính theo ngày "
             "gửi.</p>"});
    });
    return response.set_caching(http::Caching::brief);
}

}  // namespace caicach::obligation
