#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "html/html.hpp"
#include "tests/browser/pages/pages.hpp"
#include "web/components/content.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::styleguide
{
namespace
{

void notices(html::Writer& out)
{
    out({"<h2>Thông báo</h2>"});
    web::notice(out, {.tone = web::Tone::info, .text = "Tệp đang được đọc. Bạn có thể rời trang."});
    web::notice(out, {.tone = web::Tone::success, .text = "Đã đưa kế hoạch vào thực hiện."});
    web::notice(out, {.tone = web::Tone::warning,
                      .text = "Còn 3 mục chưa có cơ quan chủ trì.",
                      .title = "Kế hoạch chưa đủ"});
    web::notice(
        out, {.tone = web::Tone::danger, .text = "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lại."});
}

void small_parts(html::Writer& out)
{
    out({"<h2>Nút, nhãn và thẻ chuyển</h2><div class=\"row\">"});
    web::submit_button(out, {.text = "Lưu thay đổi"});
    web::submit_button(out, {.text = "Để sau", .emphasis = web::Emphasis::secondary});
    web::submit_button(out, {.text = "Bỏ qua", .emphasis = web::Emphasis::tertiary});
    web::submit_button(out, {.text = "Xóa kế hoạch", .tone = web::Tone::danger});
    web::link_button(out, {.text = "Xem kế hoạch", .path = "/ke-hoach", .is_small = true});
    web::post_button(out,
                     {.text = "Gửi nhắc việc", .action = "/nhac", .csrf = "x", .is_small = true});
    web::print_button(out);
    out({"</div><p></p><div class=\"tags\">"});
    web::tag(out, {.text = "Nháp"});
    web::tag(out, {.text = "Hoạt động", .tone = web::Tone::accent});
    web::tag(out, {.text = "Đề nghị", .tone = web::Tone::info});
    web::tag(out, {.text = "Đúng hạn", .tone = web::Tone::success});
    web::tag(out, {.text = "Sắp đến hạn", .tone = web::Tone::warning});
    web::tag(out, {.text = "Trễ hạn 12 ngày", .tone = web::Tone::danger});
    out({"</div><p></p>"});
    const std::array<web::Tab, 3> entries{
        web::Tab{.text = "Đang thực hiện", .path = "?xem=dang", .is_current = true, .count = 18},
        web::Tab{.text = "Đã xong", .path = "?xem=xong", .count = 1240},
        web::Tab{.text = "Văn bản", .path = "?xem=van-ban"}};
    web::tabs(out, "Xem kế hoạch", entries);
    web::progress(
        out, {.label = "Đang đọc bản quét", .text = "Trang 4 trên 12", .value = 4, .maximum = 12});
}

void lists(html::Writer& out)
{
    out({"<h2>Bảng, danh sách, dòng thời gian</h2>"});
    const std::array<web::Column, 4> columns{
        web::Column{.name = "Cơ quan"}, web::Column{.name = "Mục chủ trì", .is_number = true},
        web::Column{.name = "Đã xong", .is_number = true}, web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Tiến độ theo cơ quan, quý III năm 2024", .columns = columns},
               [](web::Rows& rows) {
                   const auto row = [&](std::string_view agency, std::int64_t all,
                                        std::int64_t done, const web::Tag& state) {
                       rows.begin();
                       rows.cell(agency);
                       rows.cell(all);
                       rows.cell(done);
                       rows.cell([&](html::Writer& inner) { web::tag(inner, state); });
                       rows.end();
                   };
                   row("Sở Nội vụ", 24, 21, {"Đúng hạn", web::Tone::success});
                   row("Sở Thông tin và Truyền thông", 1248, 902,
                       {"Sắp đến hạn", web::Tone::warning});
                   row("Ủy ban nhân dân xã Đá Bạc", 6, 2, {"Trễ hạn", web::Tone::danger});
               });
    web::pagination(
        out, {.previous_path = "?truoc=a", .next_path = "?sau=b", .shown = "Dòng 21–40 trong 143"});
    out({"<h3>Dòng thời gian</h3>"});
    const std::array<web::TimelineEntry, 2> entries{
        web::TimelineEntry{"30/09/2024, 14:05", "2024-09-30T14:05:00+07:00", "Đưa vào thực hiện",
                           "Nguyễn Thị Lan, Sở Nội vụ"},
        web::TimelineEntry{"28/09/2024, 9:12", "2024-09-28T09:12:00+07:00", "Tải văn bản lên",
                           "Tệp ke-hoach-2024.docx"}};
    web::timeline(out, entries);
    web::empty_state(
        out,
        {.title = "Chưa có kế hoạch nào",
         .text = "Tải văn bản kế hoạch đã ký lên, hệ thống sẽ đọc thành từng mục để bạn rà soát.",
         .action_text = "Tải kế hoạch lên",
         .action_path = "/ke-hoach/tai-len"});
}

// All of them, so that the tests see them come from our own fonts.
void letters(html::Writer& out)
{
    out(
        {"<h2>Chữ và "
         "dấu</"
         "h2><p>"
         "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
         "</p>"
         "<p>"
         "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ"
         "</p>"
         "<p><strong>"
         "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
         "</strong></p>"
         "<p><strong>"
         "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ"
         "</strong></p>"
         "<p>0123456789 ₫ % – — … “ ” ‘ ’ « » • × ÷ ± § © ° ½ ² ³ › ‹</p>"});
}

}  // namespace

web::Frame public_frame(std::string title)
{
    web::Frame frame;
    frame.title = std::move(title);
    frame.description = "Kế hoạch cải cách hành chính của tỉnh và kết quả thực hiện.";
    frame.province = "Tỉnh Sông Lam";
    frame.menu = {{"Trang chủ", "/"}, {"Kế hoạch", "/ke-hoach", true}, {"Cơ quan", "/co-quan"}};
    frame.crumbs = {{"Trang chủ", "/"}, {"Kế hoạch", "/ke-hoach"}};
    frame.sign_in_path = "/dang-nhap";
    frame.contact = "Đầu mối: Sở Nội vụ, điện thoại 0200 123 456";
    frame.footer = {{"Khả năng tiếp cận", "/tiep-can"}, {"Dữ liệu mở", "/du-lieu"}};
    return frame;
}

web::Frame office_frame(std::string title)
{
    auto frame = public_frame(std::move(title));
    frame.description.clear();
    frame.menu = {{"Việc của tôi", "/viec"},
                  {"Kế hoạch", "/ke-hoach", true},
                  {"Cơ quan", "/co-quan"},
                  {"Báo cáo", "/bao-cao"},
                  {"Nhật ký", "/nhat-ky"}};
    frame.person_name = "Nguyễn Thị Lan";
    frame.person_agency = "Sở Nội vụ";
    frame.person_path = "/tai-khoan/cua-toi";
    frame.capacities = {{"co-quan:SNV", "Sở Nội vụ – Phó Giám đốc", true},
                        {"thay:A", "Thay Trần Văn Hùng – Sở Y tế", false}};
    frame.capacity_path = "/tai-khoan/tu-cach";
    frame.here = "/";
    frame.sign_out_path = "/dang-xuat";
    frame.csrf = "x";
    return frame;
}

void components(html::Writer& out)
{
    auto frame = office_frame("Bộ thành phần");
    frame.notices = {{web::Tone::success, "Đã lưu lúc 14:05."}};
    web::page(out, frame, [](html::Writer& inner) {
        web::page_title(
            inner,
            {.title = "Các thành phần của trang",
             .caption = "Bộ thành phần",
             .lead = "Mỗi thành phần ở mọi trạng thái, bằng dữ liệu của một tỉnh tưởng tượng."});
        notices(inner);
        small_parts(inner);
        lists(inner);
        letters(inner);
    });
}

void confirm(html::Writer& out)
{
    web::page(out, office_frame("Đưa vào thực hiện"), [](html::Writer& inner) {
        web::confirm(inner,
                     {.question = "Đưa kế hoạch vào thực hiện?",
                      .consequence = "Mọi người sẽ xem được kế hoạch, và 42 mục việc được giao cho "
                                     "19 cơ quan. Việc này được ghi lại cùng tên bạn.",
                      .submit_text = "Đưa vào thực hiện",
                      .action = "/ke-hoach/1/thuc-hien",
                      .csrf = "x",
                      .cancel_path = "/ke-hoach/1"});
    });
}

}  // namespace caicach::styleguide
