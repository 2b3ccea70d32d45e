#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "plan/draft_views.hpp"
#include "plan/form_views.hpp"
#include "plan/item_views.hpp"
#include "plan/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/long_choice.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

/// One of those it comes nearest to, or any other.
void write_choice(Writer& out, const Context& context, const NamePage& page)
{
    std::vector<web::Choice> near;
    near.reserve(page.suggestions.size() + page.names.size());
    for (const auto& name : page.suggestions) {
        near.push_back({name, name, {}, page.form.has("meaning", name)});
    }
    for (const auto& choice : page.names) {
        if (std::ranges::find(page.suggestions, choice) != page.suggestions.end()) continue;
        near.push_back({choice, choice, {}, page.form.has("meaning", choice)});
    }
    const auto action = draft_path(page.edition, "ten-goi");
    const auto fault = fault_of(context, page.form, "meaning");
    const auto alias_fault = fault_of(context, page.form, "alias");
    out(
        {"<section class=\"card\" aria-labelledby=\"chon\"><h2 id=\"chon\">Là cơ quan, nhóm đã "
         "có</h2>"});
    if (!page.suggestions.empty()) {
        out({"<div class=\"row\"><span>Gần giống nhất:</span>"});
        for (const auto& suggestion : page.suggestions) {
            const auto text = "Là " + suggestion;
            const std::array<web::HiddenValue, 3> values{
                {{"name", page.name}, {"meaning", suggestion}, {"as", "here"}}};
            web::post_button(out, {.text = text,
                                   .action = action,
                                   .csrf = context.surroundings().csrf,
                                   .values = values,
                                   .is_small = true});
        }
        out({"</div>"});
    }
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& form) {
        web::hidden(form, {.name = "name", .value = page.name});
        web::long_choice_field(
            form,
            {.field = {.name = "meaning",
                       .label = "Cơ quan hoặc nhóm cơ quan",
                       .error = fault.empty() ? alias_fault : fault},
             .choices = near,
             .none_text = "– chọn –"},
            {.value = page.form.value("meaning"), .hint = "Gõ tên đúng như trong danh mục."});
        web::form_actions(form, [&](Writer& row) {
            web::submit_button(row,
                               {.text = "Dùng trong kế hoạch này", .name = "as", .value = "here"});
            if (!page.may_manage) return;
            web::submit_button(row, {.text = "Dùng, và ghi là tên gọi khác",
                                     .emphasis = web::Emphasis::secondary,
                                     .name = "as",
                                     .value = "alias"});
        });
    });
    out({"</section>"});
}

void write_new_agency(Writer& out, const Context& context, const NamePage& page)
{
    if (!page.may_manage) return;
    std::vector<web::Choice> kinds;
    kinds.reserve(page.kinds.size());
    for (const auto& kind : page.kinds) {
        kinds.push_back({kind.key, kind.text, {}, page.form.has("kind", kind.key)});
    }
    std::vector<web::Choice> parents;
    parents.reserve(page.parents.size());
    for (const auto& agency : page.parents) {
        parents.push_back({agency.slug, agency.name, {}, page.form.has("parent", agency.slug)});
    }
    const auto name_fault = fault_of(context, page.form, "agency_name");
    const auto parent_fault = fault_of(context, page.form, "parent");
    const auto kind_fault = fault_of(context, page.form, "kind");
    const auto action = draft_path(page.edition, "ten-goi");
    out(
        {"<section class=\"card\" aria-labelledby=\"them\"><h2 id=\"them\">Là cơ quan chưa có "
         "trong danh mục</h2>"});
    // A fault of the other form leaves what stood here.
    const auto typed = page.form.value("agency_name");
    const bool is_untouched = typed.empty() && name_fault.empty();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& form) {
        web::hidden(form, {.name = "name", .value = page.name});
        web::hidden(form, {.name = "as", .value = "agency"});
        web::text_field(form, {.name = "agency_name",
                               .label = "Tên chính thức",
                               .value = is_untouched ? std::string_view{page.name} : typed,
                               .error = name_fault});
        web::select_field(form,
                          {.field = {.name = "kind", .label = "Loại cơ quan", .error = kind_fault},
                           .choices = kinds,
                           .none_text = "– chọn –"});
        web::long_choice_field(
            form,
            {.field = {.name = "parent",
                       .label = "Cơ quan cấp trên trực tiếp",
                       .hint = "Người của cơ quan cấp trên thấy việc của cơ quan này.",
                       .error = parent_fault,
                       .requirement = web::Requirement::optional},
             .choices = parents,
             .none_text = "Không có"},
            {.value = page.form.value("parent"), .hint = "Gõ tên đúng như trong danh mục."});
        web::form_actions(form, [](Writer& row) {
            web::submit_button(row, {.text = "Thêm cơ quan", .emphasis = web::Emphasis::secondary});
        });
    });
    out({"</section>"});
}

}  // namespace

http::Response name_page(const Context& context, const NamePage& page)
{
    const auto title = "Tên “" + page.name + "” là cơ quan nào?";
    const auto frame = draft_frame(context, page.edition, title);
    const auto lead =
        fmt::format("Tên này đứng ở {} mục của kế hoạch. Chọn một lần cho tất cả.", page.items);
    return web::show(
        frame,
        [&](Writer& out) {
            write_faults(out, context, page.form);
            web::page_title(out,
                            {.title = title, .caption = draft_name(page.edition), .lead = lead});
            out({"<div class=\"stack\">"});
            write_choice(out, context, page);
            write_new_agency(out, context, page);
            out({"</div>"});
        },
        page.form.has_errors() ? 422 : 200);
}

}  // namespace caicach::plan
