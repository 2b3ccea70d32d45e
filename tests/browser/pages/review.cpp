#include <array>
#include <span>
#include <string_view>

#include "html/html.hpp"
#include "tests/browser/pages/pages.hpp"
#include "web/components/content.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/review_parts.hpp"

namespace caicach::styleguide
{
namespace
{

using web::Fate;

constexpr std::array<web::SourceLine, 13> lines{
    web::SourceLine{1, "ỦY BAN NHÂN DÂN", Fate::boilerplate, {}, {}, 1},
    web::SourceLine{2, "TỈNH SÔNG LAM", Fate::boilerplate},
    web::SourceLine{3, "Số: 12/KH-UBND", Fate::field},
    web::SourceLine{4, "II. NHIỆM VỤ", Fate::heading},
    web::SourceLine{5, "1. Thông tin trên mạng", Fate::heading},
    web::SourceLine{6,
                    "a) Mở và duy trì chuyên mục về cải cách hành chính trên cổng thông tin điện "
                    "tử của tỉnh; mỗi tháng có ít nhất",
                    Fate::item, "17", "II.1.a"},
    web::SourceLine{7, "02 tin, bài.", Fate::item, "17", "II.1.a"},
    web::SourceLine{8, "- Cơ quan chủ trì: Sở Thông tin và Truyền thông.", Fate::field, "17",
                    "II.1.a"},
    web::SourceLine{9, "- Thời gian: hằng tháng, trước ngày 25.", Fate::field, "17", "II.1.a", 2},
    web::SourceLine{10, "b) Tổ chức hội thi tìm hiểu về thủ tục hành chính.", Fate::item, "18",
                    "II.1.b"},
    web::SourceLine{11, "- Đơn vị thực hiện: Trung tâm VHTT.", Fate::field, "18", "II.1.b"},
    web::SourceLine{12, "Kem theo bieu mau so 03 (neu co)", Fate::unknown},
    web::SourceLine{13, "4. Đề nghị các hội phổ biến kế hoạch đến hội viên.", Fate::item, "19",
                    "III.4"}};

constexpr std::array<web::Fact, 3> first_facts{web::Fact{"Chủ trì", "Sở Thông tin và Truyền thông"},
                                               web::Fact{"Thời gian", "Hằng tháng, trước ngày 25"},
                                               web::Fact{"Mức", "Ít nhất 02 tin, bài mỗi tháng"}};
constexpr std::array<web::Fact, 1> second_facts{
    web::Fact{"Chủ trì", "Trung tâm VHTT (chưa nhận ra)"}};
constexpr std::array<std::string_view, 2> second_notes{
    "Không nhận ra cơ quan “Trung tâm VHTT”. Hãy chọn cơ quan, hoặc thêm tên gọi khác.",
    "Không thấy thời gian thực hiện."};

constexpr web::ItemCard first{
    .key = "17",
    .path = "II.1.a",
    .kind = {"Hoạt động", web::Tone::accent},
    .title =
        "Mở và duy trì chuyên mục về cải cách hành chính trên cổng thông tin điện tử của tỉnh; mỗi "
        "tháng có ít nhất 02 tin, bài.",
    .context = "Nhiệm vụ › Thông tin trên mạng",
    .line_first = 6,
    .line_last = 9,
    .state = web::ItemState::done,
    .facts = first_facts,
    .understood = "mỗi tháng ít nhất 02 tin, bài, trước ngày 25 hằng tháng.",
    .edit_path = "/muc/17/sua",
    .csrf = "x"};
constexpr web::ItemCard second{.key = "18",
                               .path = "II.1.b",
                               .kind = {"Hoạt động", web::Tone::accent},
                               .title = "Tổ chức hội thi tìm hiểu về thủ tục hành chính.",
                               .context = "Nhiệm vụ › Thông tin trên mạng",
                               .line_first = 10,
                               .line_last = 11,
                               .state = web::ItemState::to_do,
                               .confidence = "Độ chắc chắn 61 %",
                               .facts = second_facts,
                               .notes = second_notes,
                               .edit_path = "/muc/18/sua",
                               .confirm_action = "/muc/18/da-xem",
                               .csrf = "x"};
constexpr web::ItemCard third{.key = "19",
                              .path = "III.4",
                              .kind = {"Trách nhiệm", web::Tone::neutral},
                              .title = "Phổ biến kế hoạch đến hội viên.",
                              .line_first = 13,
                              .line_last = 13,
                              .is_requested = true,
                              .edit_path = "/muc/19/sua",
                              .confirm_action = "/muc/19/da-xem",
                              .csrf = "x"};

constexpr std::array<web::Choice, 5> agencies{
    web::Choice{"1", "Sở Nội vụ"}, web::Choice{"2", "Sở Tài chính"},
    web::Choice{"3", "Sở Thông tin và Truyền thông", "", true},
    web::Choice{"4", "Trung tâm Văn hóa tỉnh"},
    web::Choice{"5", "Đài Phát thanh và Truyền hình tỉnh"}};

void bar(html::Writer& out)
{
    web::review_bar(out, {.left = 2,
                          .total = 3,
                          .undo_text = "sửa thời gian của mục II.1.a",
                          .undo_action = "/hoan-tac",
                          .csrf = "x",
                          .put_in_force_path = "/thuc-hien"});
}

void editor(html::Writer& out)
{
    web::item_editor(
        out, {.key = "18", .action = "/muc/18", .csrf = "x", .version = 4},
        [](html::Writer& fields) {
            web::text_area(fields, {.name = "title",
                                    .label = "Nội dung",
                                    .value = "Tổ chức hội thi tìm hiểu về thủ tục hành chính.",
                                    .id = "muc-18-title"});
            fields({"<div class=\"form__columns\">"});
            web::multiple_field(fields,
                                {.field = {.name = "lead", .label = "Chủ trì", .id = "muc-18-lead"},
                                 .choices = agencies});
            web::multiple_field(fields, {.field = {.name = "support",
                                                   .label = "Phối hợp",
                                                   .id = "muc-18-support",
                                                   .requirement = web::Requirement::optional},
                                         .choices = std::span(agencies).first(2)});
            web::date_field(
                fields, {.name = "due", .label = "Hạn", .value = "30/09/2024", .id = "muc-18-due"});
            web::number_field(fields, {.field = {.name = "count",
                                                 .label = "Số lượng",
                                                 .value = "2",
                                                 .id = "muc-18-count"},
                                       .unit = "cuộc"});
            fields({"</div>"});
            web::checkbox_field(fields, {.field = {.name = "requested",
                                                   .label = "Đề nghị, không giao",
                                                   .id = "muc-18-requested"}});
        },
        [](html::Writer& actions) {
            web::split_form(actions, {.key = "18",
                                      .action = "/muc/18/tach",
                                      .csrf = "x",
                                      .version = 4,
                                      .lines = std::span(lines).subspan(9, 2)});
            web::post_button(actions, {.text = "Gộp với mục trên",
                                       .action = "/muc/18/gop",
                                       .csrf = "x",
                                       .is_small = true});
            web::post_button(actions, {.text = "Xóa mục",
                                       .action = "/muc/18/xoa",
                                       .csrf = "x",
                                       .tone = web::Tone::danger,
                                       .is_small = true});
        });
}

void review_page(html::Writer& out, web::Content items)
{
    auto frame = office_frame("Rà soát kế hoạch");
    frame.is_wide = true;
    web::page(out, frame, [&](html::Writer& inner) {
        web::page_title(inner, {.title = "Rà soát kế hoạch 12/KH-UBND",
                                .caption = "Bản nháp, đọc từ ke-hoach.docx"});
        const auto source = [](html::Writer& body) { web::source_lines(body, lines, "#muc-moi-"); };
        web::review(inner, {.bar = bar, .source = source, .items = items});
    });
}

}  // namespace

void review(html::Writer& out)
{
    review_page(out, [](html::Writer& inner) {
        web::item_card(inner, first);
        web::item_card(inner, second);
        web::item_card(inner, third);
    });
}

void editor_fragment(html::Writer& out) { editor(out); }

void review_conflict(html::Writer& out)
{
    review_page(out, [](html::Writer& inner) {
        web::item_card(inner, first);
        web::item_card(inner, second, [](html::Writer& body) {
            const std::array<web::Fact, 1> mine{web::Fact{"Hạn", "30/09/2024"}};
            const std::array<web::Fact, 1> theirs{web::Fact{"Hạn", "31/10/2024"}};
            const std::array<web::HiddenValue, 2> values{web::HiddenValue{"due", "30/09/2024"},
                                                         web::HiddenValue{"version", "5"}};
            web::conflict(body, {.their_name = "Lê Văn Minh",
                                 .their_time = "14:05 ngày 30/09/2024",
                                 .mine = mine,
                                 .theirs = theirs,
                                 .action = "/muc/18",
                                 .csrf = "x",
                                 .my_values = values,
                                 .their_path = "/ra-soat#muc-18"});
            editor(body);
        });
        web::change(inner, {.kind = web::Change::Kind::changed,
                            .key = "1",
                            .path = "II.1.a",
                            .old_text = "mỗi tháng ít nhất 01 tin, bài",
                            .new_text = "mỗi tháng ít nhất 02 tin, bài",
                            .accept_action = "/nhan",
                            .refuse_action = "/khong",
                            .csrf = "x"});
    });
}

}  // namespace caicach::styleguide
