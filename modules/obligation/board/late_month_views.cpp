#include "obligation/board/late_month_views.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "calendar/moment.hpp"
#include "obligation/board/board_part_views.hpp"
#include "obligation/board/late_month_paths.hpp"
#include "obligation/board/letter_document_paths.hpp"
#include "obligation/board/letter_documents_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/limits.hpp"
#include "web/components/fault.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

BoardTable counts_table(std::string title, const std::vector<LateCount>& agencies)
{
    BoardTable table{.title = std::move(title),
                     .columns = {{.name = "Cơ quan", .width = 44},
                                 {.name = "Việc quá hạn", .is_number = true},
                                 {.name = "Việc làm muộn", .is_number = true}}};
    for (const auto& one : agencies)
        table.rows.push_back(
            {text_cell(one.name), number_cell(one.overdue), number_cell(one.late)});
    return table;
}

/// With numbers that lead to their works, for those who watch.
BoardTable month_table(const LateMonth& month)
{
    const auto& filter = month.watched.filter;
    auto table = counts_table("Cơ quan chậm, việc có hạn trong " + month_label(filter.month),
                              month.agencies);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto path = [&](State state) {
            return tasks_path(month.watched.plan, {.state = state,
                                                   .agency = month.agencies[i].code,
                                                   .month = filter.month,
                                                   .due = Due::past});
        };
        auto& row = table.rows[i];
        row[1] = number_cell(month.agencies[i].overdue, path(State::overdue));
        row[2] = number_cell(month.agencies[i].late, path(State::fulfilled_late));
    }
    return table;
}

void write_month_filter(Writer& out, const LateMonthPage& page)
{
    const auto& watched = page.month.watched;
    std::vector<std::pair<std::string, std::string>> labels;
    labels.reserve(page.months.size());
    for (const auto& month : page.months) labels.emplace_back(month, month_label(month));
    std::vector<web::Choice> months;
    months.reserve(labels.size());
    for (const auto& [month, label] : labels)
        months.push_back({month, label, {}, month == watched.filter.month});
    const auto path = late_month_path(watched.plan.code);
    web::filter_form(
        out, {.action = path, .results_id = "bang", .label = "Chọn tháng"}, [&](Writer& fields) {
            web::select_field(fields,
                              {.field = {.name = "thang", .label = "Tháng"}, .choices = months});
        });
}

/// Two kinds of letters, each for who may sign; without any, room for the signature by hand.
void write_letters(Writer& out, const LateMonthPage& page)
{
    const auto& watched = page.month.watched;
    const auto path = late_letter_path(watched.plan.code) + "?thang=" + watched.filter.month;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kinds{
        {{"&mau=thong-bao", "Thông báo tới các cơ quan"},
         {"&mau=bao-cao", "Báo cáo Ủy ban nhân dân tỉnh"}}};
    out(
        {"<section class=\"no-print\"><h2>Dự thảo văn bản</h2><p>Tệp Word theo thể thức văn bản "
         "hành chính, còn để trống số; đọc lại trong Word trước khi ký.</p><ul>"});
    for (const auto& [kind, text] : kinds) {
        const auto file = path + std::string{kind};
        if (page.signatures.empty())
            out({"<li><a href=\"", html::url(file), "\" download>", text, "</a></li>"});
        for (const auto& one : page.signatures) {
            const auto signed_file = file + "&nguoi_ky=" + std::to_string(one.signer.value);
            out({"<li><a href=\"", html::url(signed_file), "\" download>", text, ", ", one.text,
                 "</a></li>"});
        }
    }
    out({"</ul></section>"});
}

bool stands(const LateMonthPage& page)
{
    return std::ranges::any_of(page.publications, [&](const ShownPublication& shown) {
        return shown.publication.month == page.month.watched.filter.month &&
               shown.publication.end == PublicationEnd::none;
    });
}

void write_publish(Writer& out, const Context& context, const LateMonthPage& page,
                   const web::Fault& fault)
{
    if (!page.may_publish || page.month.agencies.empty()) return;
    const auto& watched = page.month.watched;
    const auto label = month_label(watched.filter.month);
    out({"<section class=\"no-print\"><h2>Công bố ", label, "</h2>"});
    if (!page.month.is_over()) {
        out({"<p>Tháng chưa hết, chưa công bố được.</p></section>"});
        return;
    }
    out(
        {"<p>Đúng danh sách trên được giữ nguyên và ai cũng xem được: tên cơ quan, số việc quá "
         "hạn, số việc làm muộn; không có tên người, tên việc.</p>"});
    const auto seen = page.month.seen();
    const auto action = late_month_path(watched.plan.code) + watched.filter.query();
    std::vector<std::pair<std::string, std::string>> labels;
    for (const auto days : shown_days()) {
        const auto number = std::to_string(days);
        labels.emplace_back(number, number + " ngày");
    }
    std::vector<web::Choice> choices;
    choices.reserve(labels.size());
    for (const auto& [number, text] : labels)
        choices.push_back({number, text, {}, number == page.typed_days});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "seen", .value = seen});
        web::select_field(fields, {.field = {.name = "days",
                                             .label = "Ai cũng xem được trong",
                                             .error = fault.at("days")},
                                   .choices = choices});
        if (stands(page)) {
            web::text_field(fields, {.name = "note",
                                     .label = "Vì sao công bố lại",
                                     .value = page.typed_note,
                                     .hint = "Danh sách đang công bố của tháng được thay bằng danh "
                                             "sách trên; lý do đứng ở trang công khai.",
                                     .error = fault.at("note"),
                                     .length_max = limits::reason_length_max});
        }
        web::submit_button(fields, {.text = "Công bố danh sách này"});
    });
    out({"</section>"});
}

std::string state_text(const LatePublication& one, Date today)
{
    if (one.end == PublicationEnd::replaced) return "Đã thay bằng bản khác: " + one.end_reason;
    if (one.end == PublicationEnd::withdrawn) return "Đã rút: " + one.end_reason;
    const auto until = one.shown_until.vietnamese();
    return one.is_shown(today) ? "Đang công bố đến hết ngày " + until : "Đã hết hạn ngày " + until;
}

void write_publications(Writer& out, const LateMonthPage& page, Date today)
{
    if (page.publications.empty()) return;
    BoardTable table{.title = "Đã công bố",
                     .columns = {{.name = "Tháng"},
                                 {.name = "Công bố lúc"},
                                 {.name = "Ai công bố"},
                                 {.name = "Tình trạng"}}};
    for (const auto& [one, agency, person] : page.publications) {
        auto who = agency;
        if (!person.empty()) who.append(" (").append(person).append(")");
        table.rows.push_back({text_cell(month_label(one.month)),
                              text_cell(vietnamese_moment(one.published_at)),
                              text_cell(std::move(who)), text_cell(state_text(one, today))});
    }
    write_table(out, table);
}

/// One form for each that stands.
void write_withdrawals(Writer& out, const Context& context, const LateMonthPage& page,
                       const web::Fault& fault)
{
    if (!page.may_publish) return;
    const auto& watched = page.month.watched;
    const auto action = late_withdrawal_path(watched.plan.code) + watched.filter.query();
    for (const auto& [one, agency, person] : page.publications) {
        if (one.end != PublicationEnd::none || one.month != watched.filter.month) continue;
        const bool is_typed = one.code == page.typed_code;
        const auto version = std::to_string(one.version);
        out({"<section class=\"no-print\"><h2>Rút danh sách ", month_label(one.month), "</h2>"});
        web::form(
            out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
                web::hidden(fields, {.name = "publication", .value = one.code});
                web::hidden(fields, {.name = "version", .value = version});
                web::text_field(fields, {.name = "reason",
                                         .label = "Lý do rút",
                                         .value = is_typed ? page.typed_reason : std::string{},
                                         .error = fault.at("reason"),
                                         .length_max = limits::reason_length_max});
                web::submit_button(fields,
                                   {.text = "Rút danh sách", .emphasis = web::Emphasis::secondary});
            });
        out({"</section>"});
    }
}

}  // namespace

http::Response late_month_page(const Context& context, const LateMonthPage& page)
{
    const auto& watched = page.month.watched;
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Cơ quan chậm theo tháng: " + watched.plan.title);
    frame.crumbs = crumbs_to(watched.plan);
    const auto content = [&](Writer& out) {
        web::fault_summary(out, fault);
        const auto lead = "Việc có hạn trong " + month_label(watched.filter.month) +
                          ", tính đến hết ngày " + watched.today.plus_days(-1).vietnamese() + ".";
        web::page_title(
            out, {.title = "Cơ quan chậm theo tháng", .caption = watched.plan.title, .lead = lead});
        write_month_filter(out, page);
        out({"<section id=\"bang\" aria-label=\"Danh sách của tháng\">"});
        if (page.month.agencies.empty()) {
            web::empty_state(out, {.title = "Không cơ quan nào chậm trong tháng này",
                                   .text = "Mọi việc đã đến hạn trong tháng đều được làm đủ, "
                                           "đúng hạn."});
        } else {
            write_table(out, month_table(page.month));
            write_letters(out, page);
            write_letter_documents(
                out, context, page.letters,
                {.action = late_month_document_path(page.month.watched.plan.code) +
                           page.month.watched.filter.query(),
                 .has_report = true,
                 .signatures = page.signatures});
        }
        write_publish(out, context, page, fault);
        write_publications(out, page, watched.today);
        write_withdrawals(out, context, page, fault);
        out({"</section>"});
    };
    return web::show(frame, content, fault.status);
}

http::Response public_late_page(const Context& context, const PublicLatePage& page)
{
    auto frame = web::frame_of(context, "Cơ quan chậm từng tháng: " + page.plan.title);
    frame.description = page.plan.title + ": cơ quan chưa thực hiện hoặc thực hiện muộn.";
    frame.crumbs = {{.text = "Kế hoạch", .path = "/ke-hoach"},
                    {.text = page.plan.title, .path = "/ke-hoach/" + page.plan.slug}};
    auto response = web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Cơ quan chậm từng tháng",
                              .caption = page.plan.title,
                              .lead = "Cơ quan chưa thực hiện hoặc thực hiện muộn việc kế hoạch "
                                      "giao, theo tháng đến hạn. Số liệu giữ nguyên như ngày công "
                                      "bố; việc làm sau ngày ấy không đổi danh sách."});
        for (const auto& [one, agency, person] : page.publications) {
            const auto label = month_label(one.month);
            out({"<h2>", label, "</h2>"});
            write_table(out, counts_table("Việc có hạn trong " + label, one.agencies));
            out({"<p>", agency, " công bố ngày ", Date::of(one.published_at).vietnamese(),
                 ", tính đến hết ngày ", one.as_of.vietnamese(), "; hiện đến hết ngày ",
                 one.shown_until.vietnamese(), "."});
            if (!one.note.empty()) out({" Công bố lại: ", one.note, "."});
            out({"</p>"});
        }
    });
    return response.set_caching(http::Caching::brief);
}

}  // namespace caicach::obligation
