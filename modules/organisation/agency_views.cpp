#include "organisation/agency_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "organisation/directory_views.hpp"
#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "organisation/reorganisation_views.hpp"
#include "organisation/validity_text.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

constexpr std::string_view results_id = "ket-qua";

std::string_view kind_text(const std::vector<Kind>& kinds, std::string_view key)
{
    const auto found =
        std::ranges::find_if(kinds, [&](const Kind& kind) { return kind.key == key; });
    return found == kinds.end() ? key : std::string_view(found->text);
}

std::vector<web::Choice> kind_choices(const std::vector<Kind>& kinds, std::string_view chosen)
{
    std::vector<web::Choice> choices;
    choices.reserve(kinds.size());
    for (const auto& kind : kinds)
        choices.push_back({.value = kind.key, .label = kind.text, .is_chosen = kind.key == chosen});
    return choices;
}

/// The fault of a form in words, shown where its field is, and on top.
struct Fault {
    std::string field{};
    std::string message{};

    [[nodiscard]] std::string_view at(std::string_view name) const
    {
        return name == field ? std::string_view(message) : std::string_view{};
    }
};

Fault fault_of(const Context& context, const std::optional<Error>& error)
{
    if (!error) return {};
    return {.field = error->field, .message = context.message(*error)};
}

void summary(Writer& out, const Fault& fault)
{
    if (fault.message.empty()) return;
    const std::array errors{web::FieldError{.field_id = fault.field, .message = fault.message}};
    web::error_summary(out, errors);
}

int status_of(const std::optional<Error>& error)
{
    return error ? http::status_of(error->kind) : 200;
}

void filters(Writer& out, const AgenciesPage& page)
{
    const auto choices = kind_choices(page.kinds, page.kind);
    const bool is_today = page.day == page.today;
    const bool is_filtered = !page.typed.empty() || !page.kind.empty() || !is_today;
    const auto day = is_today ? std::string{} : page.day.vietnamese();
    const auto clear = is_filtered ? agencies_path() : std::string{};
    web::filter_form(
        out, {.action = agencies_path(), .results_id = results_id, .clear_path = clear},
        [&](Writer& fields) {
            web::search_field(fields,
                              {.name = "tim",
                               .label = "Tìm cơ quan",
                               .value = page.typed,
                               .hint = "Tên gõ không dấu cũng được, hoặc mã số, ví dụ: so noi vu"});
            web::select_field(fields, {.field = {.name = "loai", .label = "Loại cơ quan"},
                                       .choices = choices,
                                       .none_text = "Tất cả"});
            web::date_field(fields, {.name = "ngay",
                                     .label = "Vào ngày",
                                     .value = day,
                                     .hint = "Bỏ trống là hôm nay",
                                     .requirement = web::Requirement::optional});
        });
}

void agency_table(Writer& out, const AgenciesPage& page)
{
    constexpr std::array columns{web::Column{.name = "Cơ quan"}, web::Column{.name = "Viết tắt"},
                                 web::Column{.name = "Loại"}};
    const auto caption = fmt::format("{} cơ quan", page.found);
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& agency : page.agencies) {
            const auto path = agency_path(agency.slug);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", agency.name, "</a>"});
            });
            rows.cell(agency.short_name == agency.name ? std::string_view{}
                                                       : std::string_view(agency.short_name));
            rows.cell(kind_text(page.kinds, agency.kind));
            rows.end();
        }
    });
}

void results(Writer& out, const AgenciesPage& page)
{
    out({"<div id=\"", results_id, "\" aria-live=\"polite\">"});
    if (page.agencies.empty()) {
        web::empty_state(out, {.title = "Không tìm thấy cơ quan nào",
                               .text = "Hãy thử từ ngắn hơn, hoặc bỏ bộ lọc.",
                               .action_text = "Xem tất cả",
                               .action_path = agencies_path()});
    } else {
        agency_table(out, page);
        const auto shown = fmt::format("Cơ quan {}–{} trong {}", page.first + 1,
                                       page.first + page.agencies.size(), page.found);
        web::pagination(
            out,
            {.previous_path = page.previous_path, .next_path = page.next_path, .shown = shown});
    }
    out({"</div>"});
}

void agency_facts(Writer& out, const AgencyPage& page)
{
    const auto& record = page.record;
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Tên viết tắt", record.summary.short_name);
        row("Mã trong phần mềm", record.summary.code);
        row("Loại", record.kind.text);
        for (const auto& [parent, validity] : record.parents) {
            web::fact(rows, "Cơ quan cấp trên", [&](Writer& cell) {
                cell({"<a href=\"", html::url(agency_path(parent.slug)), "\">", parent.name, "</a>",
                      days_text(validity)});
            });
        }
    });
}

void names(Writer& out, const AgencyRecord& record)
{
    if (record.names.size() < 2) return;
    out({"<h2>Tên qua các thời kỳ</h2><ul>"});
    for (const auto& name : record.names) {
        out({"<li>", name.name, days_text(name.validity)});
        if (name.kind != record.kind.key)
            out({", khi đó là: ", kind_text(record.kinds, name.kind)});
        out({"</li>"});
    }
    out({"</ul>"});
}

void reorganisations(Writer& out, const AgencyRecord& record)
{
    if (record.reorganisations.empty()) return;
    out({"<h2>Quá trình sắp xếp</h2>"});
    reorganisation_list(out, record.reorganisations, record.summary.id);
}

void aliases(Writer& out, const AgencyRecord& record)
{
    if (record.aliases.empty()) return;
    out({"<h2>Tên gọi khác</h2><ul>"});
    for (const auto& alias : record.aliases)
        out({"<li>", alias.text, days_text(alias.validity), "</li>"});
    out({"</ul>"});
}

void alias_form(Writer& out, const Context& context, const AgencyPage& page)
{
    const auto fault = fault_of(context, page.forms.alias.error);
    out({"<h2>Thêm tên gọi khác</h2>"});
    const auto action = aliases_path();
    const web::Form form{.action = action, .csrf = context.surroundings().csrf};
    web::form(out, form, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.record.summary.slug});
        web::text_field(fields, {.name = "alias",
                                 .label = "Tên gọi khác",
                                 .value = page.forms.alias.alias,
                                 .hint = "Đúng như văn bản thường viết",
                                 .error = fault.at("alias")});
        web::date_field(fields, {.name = "valid_from",
                                 .label = "Dùng từ ngày",
                                 .value = page.forms.alias.valid_from,
                                 .error = fault.at("valid_from"),
                                 .requirement = web::Requirement::optional});
        web::date_field(fields, {.name = "valid_to",
                                 .label = "Đến hết ngày",
                                 .value = page.forms.alias.valid_to,
                                 .error = fault.at("valid_to"),
                                 .requirement = web::Requirement::optional});
        web::submit_button(fields, {.text = "Thêm tên gọi"});
    });
}

void name_fields(Writer& out, const AgencyForm& form, const Fault& fault)
{
    web::text_field(
        out,
        {.name = "name", .label = "Tên đầy đủ", .value = form.name, .error = fault.at("name")});
    web::text_field(out, {.name = "short_name",
                          .label = "Tên viết tắt",
                          .value = form.short_name,
                          .error = fault.at("short_name"),
                          .requirement = web::Requirement::optional});
    web::text_field(out, {.name = "code",
                          .label = "Mã",
                          .value = form.code,
                          .hint = "Bỏ trống để hệ thống tự đặt; mã không đổi về sau",
                          .error = fault.at("code"),
                          .requirement = web::Requirement::optional});
}

void parent_choice(Writer& out, const NewAgencyPage& page, const Fault& fault)
{
    std::vector<web::Choice> parents;
    parents.reserve(page.parents.size());
    for (const auto& parent : page.parents)
        parents.push_back({.value = parent.slug,
                           .label = parent.name,
                           .is_chosen = parent.slug == page.form.parent});
    web::combobox_field(out, {.field = {.name = "parent",
                                        .label = "Cơ quan cấp trên",
                                        .error = fault.at("parent"),
                                        .requirement = web::Requirement::optional},
                              .choices = parents,
                              .none_text = "Không có"});
}

void day_fields(Writer& out, const NewAgencyPage& page, const Fault& fault)
{
    web::date_field(out, {.name = "valid_from",
                          .label = "Thành lập ngày",
                          .value = page.form.valid_from,
                          .error = fault.at("valid_from"),
                          .requirement = web::Requirement::optional});
    web::date_field(out, {.name = "valid_to",
                          .label = "Hoạt động đến hết ngày",
                          .value = page.form.valid_to,
                          .error = fault.at("valid_to"),
                          .requirement = web::Requirement::optional});
}

void place_fields(Writer& out, const NewAgencyPage& page, const Fault& fault)
{
    const auto kinds = kind_choices(page.kinds, page.form.kind);
    web::select_field(
        out, {.field = {.name = "kind", .label = "Loại cơ quan", .error = fault.at("kind")},
              .choices = kinds,
              .none_text = "Chọn một loại"});
    if (page.parents.empty()) {
        web::text_field(out, {.name = "parent",
                              .label = "Cơ quan cấp trên",
                              .value = page.form.parent,
                              .hint = "Tên đúng như danh mục, hoặc tên viết tắt",
                              .error = fault.at("parent"),
                              .requirement = web::Requirement::optional});
    } else {
        parent_choice(out, page, fault);
    }
    day_fields(out, page, fault);
}

}  // namespace

http::Response agencies_page(const Context& context, const AgenciesPage& page)
{
    auto frame = web::frame_of(context, "Danh mục cơ quan");
    frame.description = "Các cơ quan, đơn vị của tỉnh, tên gọi và tên gọi khác qua các thời kỳ.";
    auto response = web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Danh mục cơ quan"}, [&](Writer& actions) {
            if (page.may_manage)
                web::link_button(actions, {.text = "Thêm cơ quan", .path = new_agency_path()});
            if (page.may_import)
                web::link_button(actions, {.text = "Nhập từ tệp", .path = imports_path()});
        });
        directory_tabs(out, agencies_path(), page.day, page.today);
        filters(out, page);
        const auto csv = agencies_file_path() + page.query;
        const auto workbook = agencies_workbook_path() + page.query;
        const std::array files{web::Download{"CSV", csv}, web::Download{"Excel", workbook}};
        web::downloads(out, files);
        results(out, page);
    });
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}

http::Response agency_page(const Context& context, const AgencyPage& page)
{
    const auto& agency = page.record.summary;
    auto frame = web::frame_of(context, agency.name);
    frame.description = fmt::format("{}: liên hệ, mã số, tên gọi, cơ quan cấp trên.", agency.name);
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()}};
    const auto& forms = page.forms;
    const auto& error = forms.contact.error         ? forms.contact.error
                        : forms.official_code.error ? forms.official_code.error
                                                    : forms.alias.error;
    auto response = web::show(
        frame,
        [&](Writer& out) {
            if (error) summary(out, fault_of(context, error));
            web::page_title(out, {.title = agency.name, .caption = "Cơ quan"});
            if (!page.record.exists_on(page.today)) {
                web::notice(out, {.tone = web::Tone::info,
                                  .text = "Cơ quan này không hoạt động vào hôm nay."});
            }
            agency_facts(out, page);
            if (page.units > 0) {
                out({"<p><a href=\"", html::url(agency_tree_path(agency.slug)), "\">",
                     std::to_string(page.units), " đơn vị trực thuộc</a></p>"});
            }
            contact_list(out, page.record.contacts);
            official_code_list(out, page.record.codes);
            names(out, page.record);
            reorganisations(out, page.record);
            aliases(out, page.record);
            if (!page.may_manage) return;
            contact_editing(out, context,
                            {.agency_slug = agency.slug,
                             .contacts = page.record.contacts,
                             .form = forms.contact});
            official_code_editing(out, context,
                                  {.agency_slug = agency.slug,
                                   .codes = page.record.codes,
                                   .form = forms.official_code});
            alias_form(out, context, page);
        },
        status_of(error));
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}

http::Response new_agency_page(const Context& context, const NewAgencyPage& page)
{
    auto frame = web::frame_of(context, "Thêm cơ quan");
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()}};
    const auto fault = fault_of(context, page.form.error);
    return web::show(
        frame,
        [&](Writer& out) {
            summary(out, fault);
            web::page_title(out, {.title = "Thêm cơ quan"});
            const auto action = agencies_path();
            const web::Form form{.action = action, .csrf = context.surroundings().csrf};
            web::form(out, form, [&](Writer& fields) {
                name_fields(fields, page.form, fault);
                place_fields(fields, page, fault);
                web::submit_button(fields, {.text = "Thêm cơ quan"});
            });
        },
        status_of(page.form.error));
}

}  // namespace caicach::organisation
