#include "outgoing/document/register_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "outgoing/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::outgoing
{
namespace
{

using html::Writer;

constexpr std::array states{DocumentState::draft, DocumentState::numbered, DocumentState::sent,
                            DocumentState::replaced, DocumentState::withdrawn};

void agency_field(Writer& fields, const RegisterPage& page)
{
    if (page.agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    web::combobox_field(fields,
                        {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = choices});
}

void more_fields(Writer& fields, const RegisterPage& page)
{
    std::vector<web::Choice> kinds;
    kinds.reserve(page.kinds.size());
    for (const auto& kind : page.kinds)
        kinds.push_back(
            {.value = kind.key, .label = kind.name, .is_chosen = kind.key == page.filter.kind});
    std::vector<web::Choice> choices;
    choices.reserve(std::size(states));
    for (const auto state : states)
        choices.push_back({.value = key_of(state),
                           .label = text_of(state),
                           .is_chosen = key_of(state) == page.filter.state});
    const auto year = std::to_string(page.filter.year);
    web::number_field(fields, {.field = {.name = "nam", .label = "Năm", .value = year}});
    web::select_field(fields, {.field = {.name = "loai", .label = "Loại văn bản"},
                               .choices = kinds,
                               .none_text = "Mọi loại"});
    web::select_field(fields, {.field = {.name = "tinh-trang", .label = "Tình trạng"},
                               .choices = choices,
                               .none_text = "Mọi tình trạng"});
}

void filters(Writer& out, const RegisterPage& page)
{
    const auto action = register_path();
    web::filter_form(
        out,
        {.action = action,
         .results_id = "danh-sach",
         .label = "Lọc văn bản đi",
         .clear_path = page.is_filtered ? std::string_view(action) : std::string_view{}},
        [&](Writer& fields) {
            web::search_field(
                fields, {.name = "tim", .label = "Trích yếu có", .value = page.filter.search});
            agency_field(fields, page);
            web::more_filters(fields, page.is_filtered,
                              [&](Writer& more) { more_fields(more, page); });
        });
}

void rows_of(web::Rows& rows, const RegisterPage& page)
{
    for (const auto& one : page.documents) {
        const auto path = document_path(one.code);
        rows.begin();
        rows.cell([&](Writer& cell) {
            cell({"<a href=\"", html::url(path), "\">", one.subject, "</a>"});
        });
        rows.cell(kind_name(page.kinds, one.kind));
        rows.cell(number_of(one));
        rows.cell([&](Writer& cell) {
            if (one.issued_on) web::date(cell, *one.issued_on);
        });
        rows.cell(text_of(one.state));
        rows.end();
    }
}

void list(Writer& out, const RegisterPage& page)
{
    out({"<div id=\"danh-sach\">"});
    if (page.documents.empty()) {
        web::empty_state(
            out, {.title = "Không có văn bản nào",
                  .text = page.is_filtered
                              ? "Hãy đổi điều kiện lọc."
                              : "Văn bản đi lập từ thông báo, báo cáo của phần mềm hoặc do cán bộ "
                                "soạn sẽ hiện ở đây."});
    } else {
        constexpr std::array columns{web::Column{.name = "Trích yếu"}, web::Column{.name = "Loại"},
                                     web::Column{.name = "Số, ký hiệu"},
                                     web::Column{.name = "Ngày"},
                                     web::Column{.name = "Tình trạng"}};
        web::table(out, {.caption = "Mới lập trước", .columns = columns},
                   [&](web::Rows& rows) { rows_of(rows, page); });
        web::pagination(out, {.next_path = page.next_path});
        const auto path = register_csv_path() + page.query;
        const std::array files{web::Download{"Sổ đăng ký văn bản đi (CSV)", path}};
        web::downloads(out, files);
    }
    out({"</div>"});
}

}  // namespace

std::string kind_name(const std::vector<DocumentKind>& kinds, std::string_view key)
{
    const auto found = std::ranges::find(kinds, key, &DocumentKind::key);
    return found == kinds.end() ? std::string(key) : found->name;
}

http::Response register_page(const Context& context, const RegisterPage& page)
{
    const auto frame = web::frame_of(context, "Văn bản đi");
    return web::show(frame, [&](Writer& out) {
        web::page_title(
            out,
            {.title = "Văn bản đi",
             .caption = page.agency.name,
             .lead = "Văn bản của cơ quan: soạn, cấp số, in, gửi."},
            [&](Writer& actions) {
                const auto path = new_document_path();
                const auto lists = lists_path(page.agency.code);
                if (page.may_write)
                    web::link_button(actions,
                                     {.text = "Soạn văn bản", .path = path, .is_small = true});
                web::link_button(actions,
                                 {.text = "Danh sách nơi nhận", .path = lists, .is_small = true});
            });
        filters(out, page);
        list(out, page);
    });
}

}  // namespace caicach::outgoing
