#include "obligation/board/public_views.hpp"

#include "calendar/moment.hpp"
#include "obligation/board/board_part_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/paths.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string item_path(const plan::PlanSummary& plan, std::string_view code)
{
    return "/ke-hoach/" + plan.slug + "#muc-" + std::string{code};
}

BoardTable table_of(const plan::PlanSummary& plan, const std::vector<PublicItem>& items)
{
    BoardTable table{.title = "Theo mục của kế hoạch",
                     .columns = {{.name = "Mục"},
                                 {.name = "Cơ quan phải làm", .is_number = true},
                                 {.name = "Làm đủ, đúng hạn", .is_number = true},
                                 {.name = "Làm đủ, có việc muộn", .is_number = true},
                                 {.name = "Còn việc quá hạn", .is_number = true}}};
    for (const auto& item : items) {
        const auto path = item_path(plan, plan::item_code(item.work.lineage.value));
        table.rows.push_back({text_cell(item.work.path + ". " + item.work.title, path),
                              number_cell(item.agencies), number_cell(item.in_time),
                              number_cell(item.late), number_cell(item.overdue)});
    }
    return table;
}

BoardTable table_of(const std::vector<PublicArea>& areas)
{
    BoardTable table{.title = "Theo lĩnh vực cải cách",
                     .columns = {{.name = "Lĩnh vực"},
                                 {.name = "Việc đã đến hạn", .is_number = true},
                                 {.name = "Làm đúng hạn", .is_number = true},
                                 {.name = "Làm muộn", .is_number = true},
                                 {.name = "Quá hạn", .is_number = true},
                                 {.name = "Tỷ lệ đúng hạn", .is_number = true}}};
    for (const auto& [area, sums] : areas)
        table.rows.push_back({text_cell(area_text(area)), number_cell(sums.asked()),
                              number_cell(sums.in_time), number_cell(sums.late),
                              number_cell(sums.overdue), percent_cell(sums)});
    return table;
}

BoardTable table_of(const plan::PlanSummary& plan, const std::vector<PublicTarget>& targets)
{
    BoardTable table{.title = "Chỉ tiêu của kế hoạch",
                     .columns = {{.name = "Chỉ tiêu"},
                                 {.name = "Mức phải đạt"},
                                 {.name = "Đã đạt được"},
                                 {.name = "Số liệu đến ngày"},
                                 {.name = "Nguồn số liệu"},
                                 {.name = "Tình trạng"}}};
    for (const auto& one : targets)
        table.rows.push_back(
            {text_cell(one.path + ". " + one.title, item_path(plan, one.item_code)),
             text_cell(one.wanted), text_cell(one.reached), text_cell(one.as_of),
             text_cell(one.source), text_cell(one.state)});
    return table;
}

void write_items(Writer& out, const plan::PlanSummary& plan, const PublicContent& content)
{
    if (content.items.empty()) {
        web::empty_state(out, {.title = "Chưa có mục nào đến kỳ thực hiện",
                               .text = "Các số xuất hiện khi có mục giao cho cơ quan."});
        return;
    }
    write_table(out, table_of(plan, content.items));
    out(
        {"<p>Mỗi cơ quan được đếm một lần ở mỗi mục: còn việc qua hạn mà chưa đủ thì ở cột "
         "cuối; đã làm đủ nhưng có việc sau ngày hạn thì ở cột muộn; cơ quan chưa có việc nào "
         "đến hạn hoặc làm xong thì chỉ ở cột đầu.</p>"});
}

void write_areas(Writer& out, const PublicContent& content)
{
    if (content.areas.empty()) {
        web::empty_state(out, {.title = "Chưa lĩnh vực nào có việc đến hạn",
                               .text = "Các số xuất hiện khi có việc đến hạn."});
        return;
    }
    write_table(out, table_of(content.areas));
    out(
        {"<p>Tỷ lệ đúng hạn là số việc làm đúng hạn chia cho số việc đã đến hạn, kể cả việc "
         "quá hạn.</p>"});
}

void write_targets(Writer& out, const plan::PlanSummary& plan, const PublicContent& content)
{
    if (content.targets.empty()) {
        web::empty_state(out, {.title = "Kế hoạch không còn chỉ tiêu nào được công khai",
                               .text = "Chỉ tiêu đã công khai không còn trong kế hoạch."});
        return;
    }
    write_table(out, table_of(plan, content.targets));
    out(
        {"<p>Số liệu là của tất cả cơ quan thực hiện chỉ tiêu cộng lại, hoặc số cơ quan đã "
         "đạt; không nêu số của riêng cơ quan nào khi nhiều cơ quan cùng thực hiện.</p>"});
}

/// What the choice shows, and nothing else.
void write_content(Writer& out, const plan::PlanSummary& plan, const PublicContent& content)
{
    if (content.shows_areas) write_areas(out, content);
    if (content.shows_items) write_items(out, plan, content);
    if (content.shows_areas || content.shows_items) {
        out(
            {"<p>Việc kế hoạch chỉ đề nghị, và cơ quan được miễn, không được đếm. Kế hoạch riêng "
             "đã gửi, còn chờ xem xét, được tính theo ngày gửi."});
        if (content.withheld > 0)
            out({" Không gồm ", std::to_string(content.withheld),
                 " mục mà cơ quan điều phối không đưa ra công khai."});
        out({"</p>"});
    }
    if (content.shows_targets) write_targets(out, plan, content);
}

std::string until_text(const PublicContent& content)
{
    return "Tính đến hết ngày " + content.until.vietnamese() + ".";
}

std::vector<web::Choice> choices_of(const std::vector<PublicOption>& options)
{
    std::vector<web::Choice> choices;
    choices.reserve(options.size());
    for (const auto& option : options)
        choices.push_back({option.code, option.text, option.hint, option.is_chosen});
    return choices;
}

/// Chooses, and changes nothing: GET, so that the address holds what is chosen.
void write_choosing(Writer& out, const PublicChoicePage& page)
{
    out({"<form class=\"form\" method=\"get\" action=\"", html::url(publish_path(page.plan.code)),
         "\">"});
    web::hidden(out, {.name = "xem", .value = "1"});
    const web::Choice parts[]{
        {"linh-vuc", "Theo lĩnh vực cải cách", "Số việc đúng hạn, muộn, quá hạn của mọi cơ quan",
         page.wanted.areas},
        {"muc", "Theo từng mục", "Mỗi mục có bao nhiêu cơ quan làm đủ, muộn, quá hạn",
         page.wanted.items}};
    web::checkbox_group(
        out, {.field = {.name = "phan", .label = "Tiến độ thực hiện"}, .choices = parts});
    if (!page.targets.empty()) {
        const auto targets = choices_of(page.targets);
        web::checkbox_group(out, {.field = {.name = "chi-tieu",
                                            .label = "Chỉ tiêu",
                                            .hint = "Mức phải đạt, mức đã đạt, nguồn và ngày của "
                                                    "số liệu. Chọn từng chỉ tiêu."},
                                  .choices = targets});
    }
    if (!page.items.empty()) {
        const auto items = choices_of(page.items);
        web::multiple_field(
            out, {.field = {.name = "giu-lai",
                            .label = "Mục không đưa ra công khai",
                            .hint = "Ví dụ việc hạn chế phổ biến. Không hiện và không được cộng "
                                    "vào số nào ở trang công khai.",
                            .requirement = web::Requirement::optional},
                  .choices = items});
    }
    web::form_actions(out, [&](Writer& buttons) {
        web::submit_button(buttons, {.text = "Xem mọi người sẽ thấy gì"});
    });
    out({"</form>"});
}

void write_publish_form(Writer& out, const Context& context, const PublicChoicePage& page)
{
    const auto& wanted = page.wanted;
    const auto version = std::to_string(page.now.version);
    const auto action = publish_path(page.plan.code);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        if (wanted.areas) web::hidden(fields, {.name = "phan", .value = "linh-vuc"});
        if (wanted.items) web::hidden(fields, {.name = "phan", .value = "muc"});
        for (const auto& one : page.targets)
            if (one.is_chosen) web::hidden(fields, {.name = "chi-tieu", .value = one.code});
        for (const auto& one : page.items)
            if (one.is_chosen) web::hidden(fields, {.name = "giu-lai", .value = one.code});
        web::submit_button(fields, {.text = wanted.shows_anything() ? "Công khai đúng như trên"
                                                                    : "Không công khai gì"});
    });
}

/// What everyone would see, and the button that makes it so.
void write_preview(Writer& out, const Context& context, const PublicChoicePage& page)
{
    if (!page.is_looked_at) return;
    out({"<section id=\"xem-truoc\"><h2>Mọi người sẽ thấy</h2>"});
    if (page.wanted.shows_anything()) {
        out({"<p>", until_text(page.content), "</p>"});
        write_content(out, page.plan, page.content);
    } else {
        out({"<p>Không phần nào được chọn: trang công khai không mở được.</p>"});
    }
    write_publish_form(out, context, page);
    out({"</section>"});
}

void write_now(Writer& out, const Context& context, const PublicChoicePage& page)
{
    if (!page.now.shows_anything()) {
        out({"<p>Hiện không công khai phần nào: chỉ người theo dõi xem được.</p>"});
        return;
    }
    out({"<p>Đang công khai: ", text_of(page.now), ", từ ", vietnamese_moment(page.now.chosen_at),
         ". <a href=\"", html::url(public_board_path(page.plan.slug)),
         "\">Trang công khai</a></p>"});
    const auto action = unpublish_path(page.plan.code);
    web::post_button(out, {.text = "Thôi công khai",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .is_small = true});
}

}  // namespace

http::Response public_board_page(const Context& context, const plan::PlanSummary& plan,
                                 const PublicContent& content)
{
    auto frame = web::frame_of(context, "Đang thực hiện đến đâu: " + plan.title);
    frame.description = plan.title + ": đang thực hiện đến đâu.";
    frame.crumbs = {{.text = "Kế hoạch", .path = "/ke-hoach"},
                    {.text = plan.title, .path = "/ke-hoach/" + plan.slug}};
    auto response = web::show(frame, [&](Writer& out) {
        const auto lead = until_text(content);
        web::page_title(out,
                        {.title = "Đang thực hiện đến đâu", .caption = plan.title, .lead = lead});
        write_content(out, plan, content);
    });
    return response.set_caching(http::Caching::brief);
}

http::Response public_choice_page(const Context& context, const PublicChoicePage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Công khai tình hình thực hiện: " + page.plan.title);
    frame.crumbs = crumbs_to(page.plan);
    const auto content = [&](Writer& out) {
        web::fault_summary(out, fault);
        web::page_title(out, {.title = "Công khai tình hình thực hiện",
                              .caption = page.plan.title,
                              .lead = "Chỉ phần được chọn mới hiện ra, không nêu tên người, không "
                                      "nêu tên cơ quan. Mỗi lần đổi được ghi vào nhật ký."});
        write_now(out, context, page);
        write_choosing(out, page);
        write_preview(out, context, page);
    };
    return web::show(frame, content, fault.status);
}

}  // namespace caicach::obligation
