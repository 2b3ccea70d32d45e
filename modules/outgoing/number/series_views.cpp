#include "outgoing/number/series_views.hpp"

#include <algorithm>
#include <array>

#include "outgoing/agency_filter_views.hpp"
#include "outgoing/paths.hpp"
#include "text/text.hpp"
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

std::string kinds_text(const Series& series, const std::vector<DocumentKind>& kinds)
{
    if (series.kinds.empty()) return "Mọi loại không có sổ riêng";
    std::vector<std::string> names;
    for (const auto& key : series.kinds) {
        const auto found = std::ranges::find(kinds, key, &DocumentKind::key);
        names.push_back(found == kinds.end() ? key : found->name);
    }
    return text::join(names, ", ");
}

/// "05/BC-SNV" of a series for reports, or of any kind: how its numbers look.
std::string example_of(const Series& series, const std::vector<DocumentKind>& kinds)
{
    const auto wanted = series.kinds.empty() ? std::string{"bao_cao"} : series.kinds.front();
    const auto found = std::ranges::find(kinds, wanted, &DocumentKind::key);
    return number_text(1, symbol_of(series, found == kinds.end() ? DocumentKind{} : *found));
}

std::string days_of(const organisation::Validity& validity)
{
    if (!validity.to) return "Từ " + validity.from.vietnamese();
    return validity.from.vietnamese() + " – " + validity.to->vietnamese();
}

void series_table(Writer& out, const SeriesListPage& page)
{
    if (page.series.empty()) {
        web::empty_state(
            out, {.title = "Chưa có sổ số nào",
                  .text = page.may_manage
                              ? "Hãy lập sổ ở dưới; phần lớn cơ quan dùng một sổ cho mọi loại "
                                "văn bản. Có sổ thì văn bản đi mới được cấp số."
                              : "Quản trị của cơ quan lập sổ; có sổ thì văn bản đi mới được cấp "
                                "số."});
        return;
    }
    constexpr std::array columns{
        web::Column{.name = "Sổ"}, web::Column{.name = "Số đầu năm có dạng"},
        web::Column{.name = "Loại văn bản"}, web::Column{.name = "Thời gian"},
        web::Column{.name = "Số cuối năm nay", .is_number = true}};
    web::table(out, {.caption = "Các sổ số, mới nhất trước", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& one : page.series) {
                       rows.begin();
                       rows.cell([&](Writer& cell) {
                           link(cell, series_path(one.series.code), one.series.name);
                           if (!one.series.board.empty()) cell({"<br>", one.series.board});
                       });
                       rows.cell(example_of(one.series, page.kinds));
                       rows.cell(kinds_text(one.series, page.kinds));
                       rows.cell(days_of(one.series.validity));
                       rows.cell(one.counter.last);
                       rows.end();
                   }
               });
}

void kinds_field(Writer& fields, const SeriesListPage& page)
{
    std::vector<web::Choice> kinds;
    kinds.reserve(page.kinds.size());
    for (const auto& kind : page.kinds)
        kinds.push_back({.value = kind.key,
                         .label = kind.name,
                         .hint = kind.mark,
                         .is_chosen = page.form.has("kinds", kind.key)});
    web::multiple_field(fields, {.field = {.name = "kinds",
                                           .label = "Loại văn bản lấy số ở sổ này",
                                           .hint = "Để trống: mọi loại không có sổ riêng.",
                                           .error = page.fault.at("kinds"),
                                           .requirement = web::Requirement::optional},
                                 .choices = kinds});
}

void add_form(Writer& out, const Context& context, const SeriesListPage& page)
{
    out({"<h2>Lập sổ số</h2>"});
    const auto action = series_list_path();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        web::text_field(fields,
                        {.name = "name",
                         .label = "Tên sổ",
                         .value = page.form.value("name"),
                         .hint = "Sổ cùng tên với sổ đã kết thúc thì đếm tiếp số của sổ ấy.",
                         .error = page.fault.at("name")});
        kinds_field(fields, page);
        web::text_field(fields,
                        {.name = "symbol",
                         .label = "Ký hiệu",
                         .value = page.form.value("symbol"),
                         .hint = "Phần sau dấu gạch chéo của số văn bản. ((loai)) là chữ viết tắt "
                                 "tên loại: ((loai))-SNV thành BC-SNV, của công văn là SNV.",
                         .error = page.fault.at("symbol")});
        web::text_field(fields,
                        {.name = "board",
                         .label = "Ban, hội đồng, tổ dùng con dấu của cơ quan",
                         .value = page.form.value("board"),
                         .hint = "Ban, hội đồng, tổ được ghi là cơ quan ban hành phải có sổ số "
                                 "riêng. Để trống: văn bản của chính cơ quan.",
                         .error = page.fault.at("board"),
                         .requirement = web::Requirement::optional});
        web::date_field(fields, {.name = "from",
                                 .label = "Dùng từ ngày",
                                 .value = page.form.value("from"),
                                 .error = page.fault.at("from")});
        web::form_actions(
            fields, [&](Writer& buttons) { web::submit_button(buttons, {.text = "Lập sổ"}); });
    });
}

// The page of one series.

void number_table(Writer& out, const SeriesPage& page)
{
    out({"<h2>Số đã cấp năm ", std::to_string(page.year), "</h2>"});
    if (page.numbers.empty()) {
        out({"<p>Chưa có số nào.</p>"});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Số, ký hiệu"}, web::Column{.name = "Ngày"},
                                 web::Column{.name = "Trích yếu"},
                                 web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Số lớn trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.numbers) {
            rows.begin();
            rows.cell(number_text(one.number, one.entry.symbol));
            rows.cell([&](Writer& cell) { web::date(cell, one.entry.issued_on); });
            rows.cell(one.entry.about);
            rows.cell([&](Writer& cell) {
                const bool is_used = one.state == NumberState::used;
                web::tag(cell, {.text = text_of(one.state),
                                .tone = is_used ? web::Tone::success : web::Tone::danger});
                if (one.is_by_hand) cell({" ghi tay"});
                if (!is_used) cell({"<br>", one.reason});
            });
            rows.end();
        }
    });
    const auto next = page.has_more ? series_path(page.series.code, page.year) +
                                          "&truoc=" + std::to_string(page.numbers.back().number)
                                    : std::string{};
    web::pagination(out, {.next_path = next});
    const auto csv = series_csv_path(page.series.code, page.year);
    web::link_button(out, {.text = "Tải sổ của năm (CSV)", .path = csv, .is_download = true});
}

void years(Writer& out, const SeriesPage& page)
{
    const auto before = series_path(page.series.code, page.year - 1);
    const auto after = series_path(page.series.code, page.year + 1);
    const auto before_text = "Năm " + std::to_string(page.year - 1);
    const auto now_text = "Năm " + std::to_string(page.year);
    const auto after_text = "Năm " + std::to_string(page.year + 1);
    const auto here = series_path(page.series.code, page.year);
    const std::array entries{web::Tab{.text = before_text, .path = before},
                             web::Tab{.text = now_text, .path = here, .is_current = true},
                             web::Tab{.text = after_text, .path = after}};
    web::tabs(out, "Chọn năm", entries);
}

/// A small form of the page, which comes back to the year shown.
template <class Fields>
void small_form(Writer& out, const Context& context, const SeriesPage& page,
                const std::string& action, std::string_view button, const Fields& fields)
{
    const auto year = std::to_string(page.year);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& form) {
        web::hidden(form, {.name = "nam", .value = year});
        fields(form);
        web::form_actions(form, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = button, .emphasis = web::Emphasis::secondary});
        });
    });
}

void by_hand_form(Writer& out, const Context& context, const SeriesPage& page)
{
    std::vector<web::Choice> kinds;
    for (const auto& kind : page.kinds) {
        const auto& own = page.series.kinds;
        if (!own.empty() && std::ranges::find(own, kind.key) == own.end()) continue;
        kinds.push_back({.value = kind.key,
                         .label = kind.name,
                         .is_chosen = page.form.value("kind") == kind.key});
    }
    out(
        {"<h2 id=\"ghi-tay\">Ghi số đã cấp trên giấy</h2>"
         "<p>Số ghi ở đây không cấp lại cho văn bản khác.</p>"});
    small_form(
        out, context, page, numbers_by_hand_path(page.series.code), "Ghi số", [&](Writer& fields) {
            web::number_field(fields, {.field = {.name = "number",
                                                 .label = "Số",
                                                 .value = page.form.value("number"),
                                                 .error = page.fault.at("number")}});
            web::select_field(
                fields,
                {.field = {.name = "kind", .label = "Loại văn bản", .error = page.fault.at("kind")},
                 .choices = kinds,
                 .none_text = "Chọn loại"});
            web::date_field(fields, {.name = "issued_on",
                                     .label = "Ngày văn bản",
                                     .value = page.form.value("issued_on"),
                                     .error = page.fault.at("issued_on")});
            web::text_field(fields, {.name = "about",
                                     .label = "Trích yếu",
                                     .value = page.form.value("about"),
                                     .error = page.fault.at("about")});
        });
}

void void_form(Writer& out, const Context& context, const SeriesPage& page)
{
    if (page.numbers.empty()) return;
    out(
        {"<h2 id=\"huy-so\">Hủy một số</h2>"
         "<p>Số đã hủy vẫn nằm trong sổ, kèm lý do, và không bao giờ cấp lại.</p>"});
    small_form(out, context, page, number_void_path(page.series.code), "Hủy số",
               [&](Writer& fields) {
                   web::number_field(fields, {.field = {.name = "void_number",
                                                        .label = "Số bị hủy",
                                                        .value = page.form.value("void_number"),
                                                        .error = page.fault.at("void_number")}});
                   web::text_field(fields, {.name = "reason",
                                            .label = "Lý do",
                                            .value = page.form.value("reason"),
                                            .error = page.fault.at("reason")});
               });
}

void begin_form(Writer& out, const Context& context, const SeriesPage& page)
{
    if (page.counter.last != page.counter.begun_after) return;
    out(
        {"<h2 id=\"so-da-cap\">Trong năm đã cấp số trên giấy</h2>"
         "<p>Nếu năm ",
         std::to_string(page.year),
         " đã cấp số trước khi dùng phần mềm, ghi số cuối cùng; phần mềm cấp tiếp từ số sau đó."
         "</p>"});
    small_form(out, context, page, series_begin_path(page.series.code), "Ghi số cuối",
               [&](Writer& fields) {
                   web::number_field(fields, {.field = {.name = "begun_after",
                                                        .label = "Số cuối đã cấp",
                                                        .value = page.form.value("begun_after"),
                                                        .error = page.fault.at("begun_after")}});
               });
}

void end_form(Writer& out, const Context& context, const SeriesPage& page)
{
    if (page.series.validity.to) return;
    out(
        {"<h2 id=\"ket-thuc\">Kết thúc sổ</h2>"
         "<p>Khi đổi ký hiệu hoặc cơ quan đổi tên: kết thúc sổ này, rồi lập sổ cùng tên với ký "
         "hiệu mới; số đếm tiếp.</p>"});
    const auto version = std::to_string(page.series.version);
    small_form(out, context, page, series_end_path(page.series.code), "Kết thúc sổ",
               [&](Writer& fields) {
                   web::hidden(fields, {.name = "version", .value = version});
                   web::date_field(fields, {.name = "last",
                                            .label = "Ngày cuối còn cấp số",
                                            .value = page.form.value("last"),
                                            .error = page.fault.at("last")});
               });
}

void series_facts(Writer& out, const SeriesPage& page)
{
    const auto kinds = kinds_text(page.series, page.kinds);
    const auto days = days_of(page.series.validity);
    const auto example = example_of(page.series, page.kinds);
    const auto last =
        page.counter.last == 0 ? std::string{"chưa cấp số nào"} : std::to_string(page.counter.last);
    const auto paper = page.counter.begun_after == 0
                           ? std::string{}
                           : "đến số " + std::to_string(page.counter.begun_after);
    const std::array rows{web::Fact{.name = "Ban, hội đồng, tổ", .value = page.series.board},
                          web::Fact{.name = "Loại văn bản", .value = kinds},
                          web::Fact{.name = "Số đầu năm có dạng", .value = example},
                          web::Fact{.name = "Thời gian", .value = days},
                          web::Fact{.name = "Số cuối trong năm", .value = last},
                          web::Fact{.name = "Cấp trên giấy", .value = paper}};
    web::facts(out, rows);
}

}  // namespace

std::string_view text_of(NumberState state)
{
    return state == NumberState::used ? "Đã cấp" : "Đã hủy";
}

http::Response series_list_page(const Context& context, const SeriesListPage& page)
{
    const auto frame = web::frame_of(context, "Sổ số văn bản");
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Sổ số văn bản",
                                  .caption = page.agency.name,
                                  .lead = "Số văn bản bắt đầu từ 01 vào ngày 01 tháng 01, mỗi số "
                                          "chỉ cấp một lần."});
            agency_filter(out, series_list_path(), page.agencies, page.agency.id);
            series_table(out, page);
            if (page.may_manage) add_form(out, context, page);
        },
        page.fault.status);
}

http::Response series_page(const Context& context, const SeriesPage& page)
{
    auto frame = web::frame_of(context, page.series.name);
    frame.crumbs = {{"Sổ số văn bản", series_list_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.series.name, .caption = page.agency});
            series_facts(out, page);
            years(out, page);
            number_table(out, page);
            if (page.may_manage) begin_form(out, context, page);
            if (page.may_number) by_hand_form(out, context, page);
            if (page.may_number) void_form(out, context, page);
            if (page.may_manage) end_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::outgoing
