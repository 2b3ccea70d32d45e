#include <array>
#include <span>

#include "html/html.hpp"
#include "tests/browser/pages/pages.hpp"
#include "web/components/content.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::styleguide
{
namespace
{

constexpr std::array<web::Fact, 4> item_facts{
    web::Fact{"Chủ trì", "Sở Thông tin và Truyền thông"},
    web::Fact{"Phối hợp", "Sở Nội vụ; Báo Sông Lam; Ủy ban nhân dân cấp xã"},
    web::Fact{"Thời gian", "Hằng tháng, trước ngày 25"},
    web::Fact{"Mức phải đạt", "Ít nhất 02 tin, bài mỗi tháng"}};

constexpr std::array<web::PlanItem, 3> items{
    web::PlanItem{
        .anchor = "ii-1-a",
        .path = "II.1.a",
        .kind = {"Hoạt động", web::Tone::accent},
        .title =
            "Mở và duy trì chuyên mục về cải cách hành chính trên cổng thông tin điện tử của tỉnh.",
        .context = "Nhiệm vụ › Thông tin trên mạng",
        .facts = item_facts,
        .source_text = "a) Mở và duy trì chuyên mục về cải cách hành chính trên cổng thông tin "
                       "điện tử của tỉnh.",
        .source_place = "Dòng 31–33, trang 2"},
    web::PlanItem{
        .anchor = "ii-2",
        .path = "II.2",
        .kind = {"Chỉ tiêu", web::Tone::success},
        .title = "Ít nhất 85 % hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.",
        .facts = std::span(item_facts).first(1),
        .source_text = "2. Ít nhất 85 % hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.",
        .source_place = "Dòng 40, trang 2"},
    web::PlanItem{
        .anchor = "iii-4",
        .path = "III.4",
        .kind = {"Trách nhiệm", web::Tone::neutral},
        .title =
            "Phổ biến kế hoạch đến hội viên và lấy ý kiến về thái độ phục vụ của cán bộ một cửa.",
        .is_requested = true,
        .facts = std::span(item_facts).subspan(2, 1),
        .source_text = "4. Đề nghị các hội phổ biến kế hoạch đến hội viên.",
        .source_place = "Dòng 77–78, trang 4"}};

constexpr std::array<web::Choice, 3> agencies{web::Choice{"so-noi-vu", "Sở Nội vụ"},
                                              web::Choice{"so-tai-chinh", "Sở Tài chính"},
                                              web::Choice{"bao-song-lam", "Báo Sông Lam"}};
constexpr std::array<web::Choice, 2> kinds{web::Choice{"target", "Chỉ tiêu"},
                                           web::Choice{"activity", "Hoạt động"}};

void filters(html::Writer& out)
{
    web::filter_form(out,
                     {.action = "/ke-hoach/tuyen-truyen-2024",
                      .results_id = "cac-muc",
                      .label = "Lọc các mục",
                      .clear_path = "/ke-hoach/tuyen-truyen-2024"},
                     [](html::Writer& inner) {
                         web::search_field(inner,
                                           {.name = "tim", .label = "Tìm", .value = "chuyen muc"});
                         web::select_field(inner, {.field = {.name = "co-quan", .label = "Cơ quan"},
                                                   .choices = agencies,
                                                   .none_text = "Tất cả"});
                         web::select_field(inner, {.field = {.name = "loai", .label = "Loại"},
                                                   .choices = kinds,
                                                   .none_text = "Tất cả"});
                     });
}

void aside(html::Writer& out)
{
    const std::array<web::Fact, 6> document{
        web::Fact{"Số, ký hiệu", "12/KH-UBND"},
        web::Fact{"Ngày ban hành", "05/01/2024"},
        web::Fact{"Cơ quan ban hành", "Ủy ban nhân dân tỉnh Sông Lam"},
        web::Fact{"Người ký", "Trần Văn Bình, Phó Chủ tịch"},
        web::Fact{"Năm", "2024"},
        web::Fact{"Đưa vào thực hiện", "08/01/2024"}};
    out(
        {"<aside class=\"plan-layout__aside\" aria-label=\"Về văn bản\"><div class=\"card\"><h2>Về "
         "văn bản</h2>"});
    web::facts(out, document);
    out(
        {"<h3>Căn cứ</h3><ul><li>Nghị quyết 01/2024 của Hội đồng nhân dân tỉnh</li><li>Quyết định "
         "22/QĐ-UBND ngày 10/03/2023</li></ul></div></aside>"});
}

void plan_page(html::Writer& out, std::span<const web::PlanItem> shown)
{
    web::page(out, public_frame("Kế hoạch tuyên truyền năm 2024"), [&](html::Writer& inner) {
        web::page_title(inner, {.title = "Kế hoạch tuyên truyền cải cách hành chính năm 2024",
                                .caption = "Kế hoạch 12/KH-UBND",
                                .lead = "Đang thực hiện. 42 mục, 19 cơ quan."});
        inner({"<div class=\"plan-layout\"><div>"});
        filters(inner);
        const std::array<web::Download, 4> files{
            web::Download{"CSV", "/a.csv"}, web::Download{"Excel", "/a.xlsx"},
            web::Download{"JSON", "/a.json"}, web::Download{"Lịch (ICS)", "/a.ics"}};
        web::downloads(inner, files);
        inner(
            {"<section id=\"cac-muc\" aria-labelledby=\"tieu-de-muc\"><h2 id=\"tieu-de-muc\">Các "
             "mục của kế hoạch</h2>"});
        web::plan_items(inner, shown);
        if (!shown.empty())
            web::pagination(inner, {.next_path = "?sau=iii-4", .shown = "Mục 1–3 trong 42"});
        inner({"</section></div>"});
        aside(inner);
        inner({"</div>"});
    });
}

}  // namespace

void plan(html::Writer& out) { plan_page(out, items); }

void plan_empty(html::Writer& out) { plan_page(out, {}); }

}  // namespace caicach::styleguide
