#include "organisation/group_views.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "organisation/day_asked.hpp"
#include "organisation/directory_views.hpp"
#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

std::string_view level_text(std::string_view level)
{
    if (level == "province") return "cấp tỉnh";
    if (level == "district") return "cấp huyện";
    if (level == "commune") return "cấp xã";
    return level == "central" ? "trung ương" : "ngoài nhà nước";
}

/// ", từ 01/03/2025, đến 30/06/2025"; nothing where it always was and still is.
std::string days(const Validity& validity)
{
    std::string text;
    if (validity.from != first_day()) text += ", từ " + validity.from.vietnamese();
    if (validity.to) text += ", đến hết " + validity.to->vietnamese();
    return text;
}

std::string rules_text(const GroupLine& line, Date day)
{
    if (line.group.is_open) return "Không có danh sách: văn bản phải nêu từng cơ quan";
    std::string text;
    for (const auto& rule : line.rules) {
        if (!rule.validity.holds_on(day)) continue;
        if (!text.empty()) text += "; ";
        text += rule.kind.text;
    }
    return text;
}

void group_table(Writer& out, const GroupsPage& page)
{
    constexpr std::array columns{web::Column{.name = "Nhóm"}, web::Column{.name = "Gồm"},
                                 web::Column{.name = "Số cơ quan", .is_number = true}};
    const auto caption = "Các nhóm vào ngày " + page.day.vietnamese();
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& line : page.groups) {
            const auto path = group_path(line.group.key) + day_query(page.day, page.today);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", line.group.name, "</a>"});
            });
            rows.cell(std::string_view(rules_text(line, page.day)));
            if (line.group.is_open)
                rows.cell(std::string_view{});
            else
                rows.cell(line.members);
            rows.end();
        }
    });
}

/// A button that ends one rule or exception that has not ended.
void ending(Writer& out, const Context& context, const GroupPage& page, std::string_view place,
            std::string_view text, std::string_view what, const Validity& validity)
{
    if (!page.may_manage || (validity.to && *validity.to < page.today)) return;
    const auto from = validity.from.iso();
    const auto action = group_path(page.record.group.key) + "/" + std::string(place) + "/thoi-dung";
    const std::array<web::HiddenValue, 2> values{
        {{.name = "what", .value = what}, {.name = "from", .value = from}}};
    out({" "});
    web::post_button(out, {.text = text,
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .values = values,
                           .is_small = true});
}

void rules(Writer& out, const Context& context, const GroupPage& page)
{
    out({"<h2>Quy tắc</h2>"});
    if (page.record.rules.empty()) out({"<p>Không có loại cơ quan nào trong quy tắc.</p>"});
    out({"<ul>"});
    for (const auto& rule : page.record.rules) {
        out({"<li>", rule.kind.text, " (", level_text(rule.kind.level), ")", days(rule.validity)});
        ending(out, context, page, "quy-tac", "Thôi tính loại " + rule.kind.text, rule.kind.key,
               rule.validity);
        out({"</li>"});
    }
    out({"</ul>"});
}

void exceptions(Writer& out, const Context& context, const GroupPage& page)
{
    if (page.record.exceptions.empty()) return;
    out({"<h2>Ngoại lệ</h2><ul>"});
    for (const auto& exception : page.record.exceptions) {
        const auto& agency = exception.agency;
        const bool is_in = exception.membership == Membership::included;
        out({"<li><a href=\"", html::url(agency_path(agency.slug)), "\">", agency.name, "</a>: ",
             is_in ? std::string_view("tính thêm vào nhóm")
                   : std::string_view("không tính vào nhóm"),
             days(exception.validity)});
        ending(out, context, page, "ngoai-le", "Thôi ngoại lệ của " + agency.name, agency.slug,
               exception.validity);
        out({"</li>"});
    }
    out({"</ul>"});
}

void member_list(Writer& out, const GroupPage& page)
{
    const auto& all = page.record.members.agencies;
    out({"<h2>", std::to_string(all.size()), " cơ quan vào ngày ", page.day.vietnamese(),
         "</h2><ul>"});
    const auto shown = std::min(all.size(), limits::group_members_shown);
    for (const auto& agency : std::span(all).first(shown)) {
        out({"<li><a href=\"", html::url(agency_path(agency.slug)), "\">", agency.name,
             "</a></li>"});
    }
    out({"</ul>"});
    if (shown < all.size())
        out({"<p>Còn ", std::to_string(all.size() - shown), " cơ quan nữa.</p>"});
}

void other_names(Writer& out, const Context& context, const GroupPage& page)
{
    const auto& record = page.record;
    if (record.aliases.empty()) return;
    out({"<details class=\"quiet-details\"><summary>Văn bản còn gọi là</summary><ul>"});
    for (const auto& alias : record.aliases) {
        out({"<li>", alias.text, days(alias.validity)});
        ending(out, context, page, "ten-goi-khac", "Thôi dùng tên " + alias.text, alias.text,
               alias.validity);
        out({"</li>"});
    }
    out({"</ul></details>"});
}

/// Ids differ where names of fields stand several times on the page.
std::string_view from_id(GroupFormKind which)
{
    switch (which) {
        case GroupFormKind::rule:
            return "valid_from";
        case GroupFormKind::exception:
            return "exception_from";
        case GroupFormKind::alias:
            break;
    }
    return "alias_from";
}

std::string_view to_id(GroupFormKind which)
{
    switch (which) {
        case GroupFormKind::rule:
            return "valid_to";
        case GroupFormKind::exception:
            return "exception_to";
        case GroupFormKind::alias:
            break;
    }
    return "alias_to";
}

/// The days of one of the forms.
void day_fields(Writer& out, const GroupForm& form, std::string_view fault, GroupFormKind which)
{
    const bool is_sent = form.error && form.which == which;
    const auto at = [&](std::string_view name) {
        return is_sent && form.error->field == name ? fault : std::string_view{};
    };
    web::date_field(out, {.name = "valid_from",
                          .label = "Từ ngày",
                          .value = is_sent ? std::string_view(form.valid_from) : std::string_view{},
                          .hint = which == GroupFormKind::alias ? "Bỏ trống là từ trước tới nay"
                                                                : "Bỏ trống là từ hôm nay",
                          .error = at("valid_from"),
                          .id = from_id(which),
                          .requirement = web::Requirement::optional});
    web::date_field(out, {.name = "valid_to",
                          .label = "Đến hết ngày",
                          .value = is_sent ? std::string_view(form.valid_to) : std::string_view{},
                          .error = at("valid_to"),
                          .id = to_id(which),
                          .requirement = web::Requirement::optional});
}

/// The id of the field that is wrong.
std::string_view field_of(const GroupForm& form)
{
    if (form.error->field == "valid_from") return from_id(form.which);
    return form.error->field == "valid_to" ? to_id(form.which)
                                           : std::string_view(form.error->field);
}

void rule_form(Writer& out, const Context& context, const GroupPage& page, std::string_view fault)
{
    const auto& form = page.form;
    std::vector<web::Choice> choices;
    for (const auto& kind : page.kinds)
        choices.push_back(
            {.value = kind.key, .label = kind.text, .is_chosen = kind.key == form.kind});
    const auto action = group_path(page.record.group.key) + "/quy-tac";
    const bool is_wrong =
        form.error && form.which == GroupFormKind::rule && form.error->field == "kind";
    out({"<h2>Thêm loại cơ quan vào quy tắc</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::select_field(fields, {.field = {.name = "kind",
                                             .label = "Loại cơ quan",
                                             .error = is_wrong ? fault : std::string_view{}},
                                   .choices = choices,
                                   .none_text = "Chọn một loại"});
        day_fields(fields, form, fault, GroupFormKind::rule);
        web::submit_button(fields, {.text = "Xem trước quy tắc"});
    });
}

void exception_form(Writer& out, const Context& context, const GroupPage& page,
                    std::string_view fault)
{
    const auto& form = page.form;
    const auto action = group_path(page.record.group.key) + "/ngoai-le";
    const bool is_wrong =
        form.error && form.which == GroupFormKind::exception && form.error->field == "agency";
    const std::array choices{web::Choice{.value = "included",
                                         .label = "Tính thêm vào nhóm",
                                         .is_chosen = form.membership != "excluded"},
                             web::Choice{.value = "excluded",
                                         .label = "Không tính vào nhóm",
                                         .is_chosen = form.membership == "excluded"}};
    out({"<h2>Thêm ngoại lệ</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_field(fields, {.name = "agency",
                                 .label = "Cơ quan",
                                 .value = form.agency,
                                 .hint = "Tên đúng như danh mục, hoặc tên viết tắt",
                                 .error = is_wrong ? fault : std::string_view{}});
        web::radio_field(fields, {.field = {.name = "membership", .label = "Ngoại lệ thế nào?"},
                                  .choices = choices});
        day_fields(fields, form, fault, GroupFormKind::exception);
        web::submit_button(fields, {.text = "Xem trước ngoại lệ"});
    });
}

void alias_form(Writer& out, const Context& context, const GroupPage& page, std::string_view fault)
{
    const auto& form = page.form;
    const auto action = group_path(page.record.group.key) + "/ten-goi-khac";
    const bool is_wrong =
        form.error && form.which == GroupFormKind::alias && form.error->field == "alias";
    out({"<h2>Thêm tên gọi khác</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_field(fields, {.name = "alias",
                                 .label = "Tên gọi khác",
                                 .value = form.alias,
                                 .hint = "Đúng như văn bản thường viết; khi đọc kế hoạch, phần mềm "
                                         "hiểu tên này là nhóm",
                                 .error = is_wrong ? fault : std::string_view{}});
        day_fields(fields, form, fault, GroupFormKind::alias);
        web::submit_button(fields, {.text = "Thêm tên gọi"});
    });
}

}  // namespace

http::Response groups_page(const Context& context, const GroupsPage& page)
{
    auto frame = web::frame_of(context, "Nhóm cơ quan");
    frame.description = "Văn bản gọi chung nhiều cơ quan bằng một tên: nhóm nào gồm những ai.";
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()}};
    auto response = web::show(frame, [&](Writer& out) {
        web::page_title(out,
                        {.title = "Nhóm cơ quan",
                         .lead = "Khi văn bản giao việc cho “các sở, ban, ngành”, phần mềm "
                                 "giao cho từng cơ quan của nhóm vào ngày của văn bản."},
                        [&](Writer& actions) {
                            if (page.may_manage)
                                web::link_button(actions,
                                                 {.text = "Thêm nhóm", .path = new_group_path()});
                        });
        directory_tabs(out, groups_path(), page.day, page.today);
        directory_day_form(out, groups_path(), page.day, page.today);
        out({"<div id=\"ket-qua\" aria-live=\"polite\">"});
        group_table(out, page);
        out({"</div>"});
    });
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}

http::Response group_page(const Context& context, const GroupPage& page)
{
    const auto& group = page.record.group;
    auto frame = web::frame_of(context, group.name);
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()},
                    {.text = "Nhóm cơ quan", .path = groups_path()}};
    const auto fault = page.form.error ? context.message(*page.form.error) : std::string{};
    auto response = web::show(
        frame,
        [&](Writer& out) {
            if (page.form.error) {
                const std::array errors{
                    web::FieldError{.field_id = field_of(page.form), .message = fault}};
                web::error_summary(out, errors);
            }
            web::page_title(out, {.title = group.name, .caption = "Nhóm cơ quan"});
            other_names(out, context, page);
            if (group.is_open) {
                web::notice(out, {.tone = web::Tone::info,
                                  .text = "Nhóm này không có danh sách: khi văn bản nhắc tới, "
                                          "người rà soát ghi rõ từng cơ quan."});
                if (page.may_manage) alias_form(out, context, page, fault);
                return;
            }
            directory_day_form(out, group_path(group.key), page.day, page.today);
            out({"<div id=\"ket-qua\" aria-live=\"polite\">"});
            member_list(out, page);
            out({"</div>"});
            rules(out, context, page);
            exceptions(out, context, page);
            if (!page.may_manage) return;
            rule_form(out, context, page, fault);
            exception_form(out, context, page, fault);
            alias_form(out, context, page, fault);
        },
        page.form.error ? http::status_of(page.form.error->kind) : 200);
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}

}  // namespace caicach::organisation
