#include "outgoing/template/template_views.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "calendar/moment.hpp"
#include "document/limits.hpp"
#include "outgoing/agency_filter_views.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::outgoing
{
namespace
{

using html::Writer;

void link(Writer& out, std::string_view path, std::string_view text)
{
    out({"<a href=\"", html::url(path), "\">", text, "</a>"});
}

std::string_view kind_in(const std::vector<DocumentKind>& kinds, std::string_view key)
{
    const auto found = std::ranges::find(kinds, key, &DocumentKind::key);
    return found == kinds.end() ? key : std::string_view{found->name};
}

/// "Báo cáo", "Báo cáo: Báo cáo công tác cải cách hành chính".
std::string what_for(const TemplatesPage& page, const Template& one)
{
    auto text = std::string{kind_in(page.kinds, one.kind)};
    const auto found = std::ranges::find(page.purposes, one.purpose, &TemplatePurpose::key);
    if (found != page.purposes.end()) text += ": " + found->text;
    return text;
}

/// Kinds, and behind them what an office may have a template of its own for.
struct KindChoice {
    std::string value{};
    std::string label{};
};
std::vector<KindChoice> kind_choices(const TemplatesPage& page)
{
    std::vector<KindChoice> choices;
    choices.reserve(page.kinds.size() + page.purposes.size());
    for (const auto& kind : page.kinds) {
        choices.push_back({.value = kind.key, .label = kind.name});
        for (const auto& one : page.purposes)
            if (one.kind == kind.key)
                choices.push_back({.value = kind.key + purpose_sign + one.key,
                                   .label = kind.name + ", riêng cho: " + one.text});
    }
    return choices;
}

void faults_table(Writer& out, const Context& context, const TemplatesPage& page)
{
    if (page.faults.empty()) return;
    web::notice(out, {.tone = web::Tone::warning,
                      .text = "Hãy sửa những chỗ dưới đây trong Word rồi tải lên lại. Chưa có gì "
                              "được lưu.",
                      .title = "Mẫu còn lỗi"});
    constexpr std::array columns{web::Column{.name = "Ở đâu"}, web::Column{.name = "Chữ quanh đó"},
                                 web::Column{.name = "Lỗi và cách sửa"}};
    web::table(
        out, {.caption = "Mọi lỗi của tệp, theo thứ tự trong tệp", .columns = columns},
        [&](web::Rows& rows) {
            for (const auto& one : page.faults) {
                rows.begin();
                rows.cell(one.place.empty() ? std::string_view{"Cả tệp"}
                                            : std::string_view{one.place});
                rows.cell(one.quote);
                rows.cell(context.message(Error{.key = one.key, .arguments = one.arguments}));
                rows.end();
            }
        });
}

void templates_table(Writer& out, const TemplatesPage& page)
{
    if (page.templates.empty()) {
        web::empty_state(out, {.title = "Chưa có mẫu nào",
                               .text = "Không có mẫu riêng thì văn bản trình bày theo thể thức "
                                       "chung, không phải làm gì thêm."});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Mẫu"}, web::Column{.name = "Loại văn bản"},
                                 web::Column{.name = "Lần", .is_number = true},
                                 web::Column{.name = "Tình trạng"}};
    web::table(
        out, {.caption = "Mẫu của cơ quan, mới nhất trước", .columns = columns},
        [&](web::Rows& rows) {
            for (const auto& one : page.templates) {
                rows.begin();
                rows.cell([&](Writer& cell) { link(cell, template_path(one.code), one.name); });
                rows.cell(what_for(page, one));
                rows.cell(one.number);
                rows.cell(text_of(one.state));
                rows.end();
            }
        });
}

void upload(Writer& out, const Context& context, const TemplatesPage& page)
{
    out(
        {"<h2>Tải mẫu lên</h2><p>Mẫu là tệp Word của cơ quan, có dấu như ((trich_yeu)) ở chỗ cần "
         "điền. "});
    link(out, template_help_path(), "Xem các trường và cách viết");
    out({".</p>"});
    const auto choices = kind_choices(page);
    std::vector<web::Choice> kinds;
    kinds.reserve(choices.size());
    for (const auto& one : choices)
        kinds.push_back({.value = one.value,
                         .label = one.label,
                         .is_chosen = page.form.value("kind") == one.value});
    const auto action = templates_path();
    web::form(
        out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
        [&](Writer& fields) {
            web::hidden(fields, {.name = "agency", .value = page.agency.code});
            web::select_field(
                fields,
                {.field = {.name = "kind", .label = "Loại văn bản", .error = page.fault.at("kind")},
                 .choices = kinds});
            web::text_field(fields, {.name = "name",
                                     .label = "Tên mẫu",
                                     .value = page.form.value("name"),
                                     .error = page.fault.at("name")});
            web::file_field(
                fields,
                {.field = {.name = "file",
                           .label = "Tệp Word (.docx)",
                           .hint = "Không macro, không nhúng tệp khác, không còn thay đổi "
                                   "đang theo dõi.",
                           .error = page.fault.at("file")},
                 .accept = ".docx",
                 .bytes_max = static_cast<std::int64_t>(document::limits::template_bytes_max)});
            web::form_actions(fields, [](Writer& buttons) {
                web::submit_button(buttons, {.text = "Tải lên và kiểm"});
            });
        });
}

void step_button(Writer& out, const Context& context, const Template& shown, std::string_view text,
                 const std::string& action)
{
    const auto version = std::to_string(shown.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    web::post_button(
        out,
        {.text = text, .action = action, .csrf = context.surroundings().csrf, .values = values});
}

std::string written_as(const document::TemplateField& field)
{
    using Kind = document::TemplateFieldKind;
    if (field.kind == Kind::text) return "((" + field.name + "))";
    const auto* const word = field.kind == Kind::list ? "((moi:" : "((neu:";
    return word + field.name + ")) … ((het:" + field.name + "))";
}

void fields_table(Writer& out, std::string_view caption,
                  const std::vector<document::TemplateField>& fields)
{
    constexpr std::array columns{web::Column{.name = "Viết trong mẫu"},
                                 web::Column{.name = "Điền vào"}};
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : fields) {
            rows.begin();
            rows.cell(written_as(one));
            rows.cell(one.text);
            rows.end();
        }
    });
}

/// Fields of all documents, or of one thing that they are made of.
void purpose_links(Writer& out, const TemplateHelpPage& page)
{
    if (page.purposes.empty()) return;
    out({"<h2>Trường của loại nào</h2><ul><li>"});
    link(out, template_help_path(), "Mọi văn bản");
    out({"</li>"});
    for (const auto& one : page.purposes) {
        out({"<li>"});
        link(out, template_help_path(one.key), one.text);
        out({"</li>"});
    }
    out({"</ul>"});
}

void all_fields(Writer& out, const TemplateHelpPage& page)
{
    std::vector<document::TemplateField> texts;
    std::vector<document::TemplateField> lists;
    for (const auto& one : page.fields)
        (one.kind == document::TemplateFieldKind::list ? lists : texts).push_back(one);
    if (!page.purpose.empty())
        out({"<p>Dưới đây là các trường của riêng ", page.purpose,
             "; các trường của mọi văn bản cũng dùng được.</p>"});
    fields_table(out, "Các trường", texts);
    if (!lists.empty()) fields_table(out, "Các danh sách", lists);
    for (const auto& list : lists) {
        std::vector<document::TemplateField> columns;
        columns.reserve(list.columns.size() + 1);
        for (const auto& [name, text] : list.columns)
            columns.push_back({.name = name, .text = text});
        columns.push_back({.name = "stt", .text = "Số thứ tự"});
        fields_table(out, "Trong danh sách: " + list.text, columns);
    }
}

void rules(Writer& out)
{
    out(
        {"<h2>Khối lặp và điều kiện</h2><ul>"
         "<li>((moi:noi_nhan)) … ((het:noi_nhan)): lặp phần ở giữa cho từng dòng.</li>"
         "<li>((neu:can_cu)) … ((het:can_cu)): chỉ giữ phần ở giữa khi trường có nội dung; "
         "((khong:can_cu)) … ((het:can_cu)) thì ngược lại.</li>"
         "<li>Hai dấu trong cùng một dòng của bảng, ở hai ô: lặp cả dòng ấy.</li>"
         "<li>Hai dấu mỗi dấu đứng riêng một đoạn: lặp các đoạn ở giữa.</li>"
         "<li>Hai dấu trong cùng một đoạn: lặp những chữ ở giữa.</li>"
         "<li>Muốn in ra hai dấu ngoặc thì gõ (((.</li></ul>"});
}

}  // namespace

http::Response templates_page(const Context& context, const TemplatesPage& page)
{
    const auto frame = web::frame_of(context, "Mẫu văn bản");
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(out, {.title = "Mẫu văn bản",
                                  .lead = "Mẫu Word riêng của " + page.agency.name +
                                          ". Bản PDF vẫn theo thể thức chung; mẫu chỉ dùng cho "
                                          "bản Word."});
            web::fault_summary(out, page.fault);
            faults_table(out, context, page);
            agency_filter(out, templates_path(), page.agencies, page.agency.id);
            templates_table(out, page);
            upload(out, context, page);
        },
        page.fault.status);
}

http::Response template_page(const Context& context, const TemplatePage& page)
{
    auto frame = web::frame_of(context, page.shown.name);
    const auto list = templates_path(page.agency_code);
    frame.crumbs = {{"Mẫu văn bản", list}};
    const auto trial = template_path(page.shown.code, "thu.docx");
    const auto file = template_path(page.shown.code, "tep.docx");
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(out, {.title = page.shown.name});
            web::fault_summary(out, page.fault);
            const auto number = std::to_string(page.shown.number);
            const auto made = vietnamese_moment(page.shown.made_at);
            const std::array rows{
                web::Fact{.name = "Loại văn bản", .value = page.kind},
                web::Fact{.name = "Dùng riêng cho", .value = page.purpose},
                web::Fact{.name = "Lần", .value = number},
                web::Fact{.name = "Tình trạng", .value = text_of(page.shown.state)},
                web::Fact{.name = "Tải lên lúc", .value = made}};
            web::facts(out, rows);
            web::form_actions(out, [&](Writer& buttons) {
                web::link_button(buttons,
                                 {.text = "Tải bản thử", .path = trial, .is_download = true});
                web::link_button(buttons,
                                 {.text = "Tải tệp mẫu", .path = file, .is_download = true});
                if (page.shown.state == TemplateState::in_use)
                    step_button(buttons, context, page.shown, "Thôi dùng",
                                template_path(page.shown.code, "ket-thuc"));
                else
                    step_button(buttons, context, page.shown, "Đưa vào dùng",
                                template_path(page.shown.code, "dung"));
            });
        },
        page.fault.status);
}

http::Response template_help_page(const Context& context, const TemplateHelpPage& page)
{
    auto frame = web::frame_of(context, "Cách viết mẫu văn bản");
    frame.crumbs = {{"Mẫu văn bản", templates_path()}};
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Cách viết mẫu văn bản",
                              .lead = "Mở văn bản của cơ quan trong Word, thay chỗ cần điền bằng "
                                      "tên trường trong hai dấu ngoặc."});
        purpose_links(out, page);
        all_fields(out, page);
        rules(out);
    });
}

}  // namespace caicach::outgoing
