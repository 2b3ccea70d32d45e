#include "channel/media/placement_list_views.hpp"

#include <array>

#include "channel/media/paths.hpp"
#include "once/once.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

void agency_choice(Writer& out, const std::vector<organisation::AgencySummary>& agencies,
                   std::string_view name, organisation::AgencyId chosen)
{
    if (agencies.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(agencies.size());
    for (const auto& one : agencies)
        choices.push_back({.value = one.code, .label = one.name, .is_chosen = one.id == chosen});
    web::combobox_field(out, {.field = {.name = name, .label = "Cơ quan"}, .choices = choices});
}

void list_filters(Writer& out, const PlacementListPage& page)
{
    std::vector<web::Choice> kinds;
    kinds.reserve(page.kinds.size());
    for (const auto& one : page.kinds)
        kinds.push_back(
            {.value = one.key, .label = one.text, .is_chosen = page.query.kind == one.key});
    std::vector<web::Choice> states;
    for (const auto state :
         {PlacementState::counted, PlacementState::waiting, PlacementState::taken_back})
        states.push_back({.value = key_of(state),
                          .label = text_of(state),
                          .is_chosen = page.query.state == key_of(state)});
    const auto action = placements_path();
    web::filter_form(out, {.action = action, .results_id = "ket-qua"}, [&](Writer& fields) {
        agency_choice(fields, page.agencies, "co-quan", page.agency.id);
        web::select_field(
            fields,
            {.field = {.name = "loai", .label = "Loại"}, .choices = kinds, .none_text = "Tất cả"});
        web::select_field(fields, {.field = {.name = "tinh-trang", .label = "Tình trạng"},
                                   .choices = states,
                                   .none_text = "Tất cả"});
        web::date_field(
            fields,
            {.name = "tu", .label = "Từ ngày", .value = page.from, .error = page.fault.at("tu")});
        web::date_field(
            fields,
            {.name = "den", .label = "Đến ngày", .value = page.to, .error = page.fault.at("den")});
    });
}

web::Tone tone_of(PlacementState state)
{
    switch (state) {
        case PlacementState::waiting:
            return web::Tone::warning;
        case PlacementState::counted:
            return web::Tone::success;
        case PlacementState::taken_back:
            return web::Tone::neutral;
    }
    return web::Tone::neutral;
}

void list_table(Writer& out, const PlacementListPage& page)
{
    constexpr std::array columns{web::Column{.name = "Bài, chương trình"},
                                 web::Column{.name = "Ngày"},
                                 web::Column{.name = "Loại"},
                                 web::Column{.name = "Báo, đài, trang"},
                                 web::Column{.name = "Phút", .is_number = true},
                                 web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.placements) {
            const auto path = placement_path(one.code);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", one.title, "</a>"});
            });
            rows.cell([&](Writer& cell) { web::date(cell, one.happened_on); });
            rows.cell(placement_kind_text(page.kinds, one.kind));
            rows.cell(one.outlet_name);
            rows.cell(one.minutes > 0 ? text::format_integer(one.minutes) : std::string{"–"});
            rows.cell([&](Writer& cell) {
                web::tag(cell, {.text = text_of(one.state), .tone = tone_of(one.state)});
            });
            rows.end();
        }
    });
}

void list_results(Writer& out, const PlacementListPage& page)
{
    out({"<div id=\"ket-qua\">"});
    if (page.placements.empty()) {
        web::empty_state(out, {.title = "Chưa có lần đăng, phát nào",
                               .text = "Ghi mỗi chuyên mục, tọa đàm, bài báo, bài trên mạng xã "
                                       "hội một lần; từng lần tự tính vào chỉ tiêu của kế hoạch."});
    } else {
        list_table(out, page);
        web::pagination(out, {.next_path = page.next_path});
    }
    out({"</div>"});
}

}  // namespace

http::Response placement_list_page(const Context& context, const PlacementListPage& page)
{
    auto frame = web::frame_of(context, "Nhật ký đăng, phát");
    const auto log_path = new_placement_path() + "?co-quan=" + page.agency.code;
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            const web::PageTitle title{.title = "Nhật ký đăng, phát", .caption = page.agency.name};
            web::page_title(out, title, [&](Writer& actions) {
                web::link_button(actions, {.text = "Ghi lần đăng, phát",
                                           .path = log_path,
                                           .emphasis = web::Emphasis::primary});
                web::link_button(
                    actions,
                    {.text = "Tải bảng (CSV)", .path = page.csv_path, .is_download = true});
                if (page.may_keep_outlets)
                    web::link_button(actions, {.text = "Báo, đài, trang", .path = outlets_path()});
            });
            if (page.waiting > 0)
                web::notice(out, {.tone = web::Tone::warning,
                                  .text = text::format_integer(page.waiting) +
                                          " lần chờ người thứ hai xác nhận, chưa được tính."});
            list_filters(out, page);
            list_results(out, page);
        },
        page.fault.status);
}

http::Response new_placement_page(const Context& context, const NewPlacementPage& page)
{
    auto frame = web::frame_of(context, "Ghi lần đăng, phát");
    frame.crumbs = {{"Nhật ký đăng, phát", placements_path()}};
    const auto action = placements_path();
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Ghi lần đăng, phát", .caption = page.agency.name});
            web::form(out,
                      {.action = action,
                       .csrf = context.surroundings().csrf,
                       .takes_files = true,
                       .keeps_draft = true,
                       .taken_keys = page.taken_keys},
                      [&](Writer& fields) {
                          web::hidden(fields, {.name = once::field, .value = page.key});
                          if (page.agencies.size() < 2)
                              web::hidden(fields, {.name = "agency", .value = page.agency.code});
                          agency_choice(fields, page.agencies, "agency", page.agency.id);
                          placement_fields(fields, {.form = page.form,
                                                    .fault = page.fault,
                                                    .outlets = page.outlets,
                                                    .kinds = page.kinds});
                          web::form_actions(fields, [&](Writer& buttons) {
                              web::submit_button(buttons, {.text = "Ghi vào nhật ký"});
                          });
                      });
        },
        page.fault.status);
}

}  // namespace caicach::channel
