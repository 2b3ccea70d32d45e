#include "report/form/form_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "report/form/form_content_views.hpp"
#include "report/form/form_words.hpp"
#include "report/paths.hpp"
#include "report/report_words.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

web::Tone tone_of(VersionState state)
{
    if (state == VersionState::in_force) return web::Tone::success;
    return state == VersionState::draft ? web::Tone::warning : web::Tone::neutral;
}

void link(Writer& out, std::string_view path, std::string_view text)
{
    out({"<a href=\"", html::url(path), "\">", text, "</a>"});
}

void form_table(Writer& out, std::string_view caption, const std::vector<ListedForm>& forms)
{
    constexpr std::array columns{web::Column{.name = "Mẫu"}, web::Column{.name = "Kỳ"},
                                 web::Column{.name = "Cơ quan báo cáo"},
                                 web::Column{.name = "Cơ quan chủ quản"},
                                 web::Column{.name = "Bản"}};
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : forms) {
            rows.begin();
            rows.cell([&](Writer& cell) { link(cell, form_path(one.form.code), one.form.title); });
            rows.cell(one.period);
            rows.cell(one.reporters);
            rows.cell(one.owner);
            rows.cell([&](Writer& cell) {
                cell({one.version.number, " "});
                web::tag(cell,
                         {.text = text_of(one.version.state), .tone = tone_of(one.version.state)});
                if (one.has_draft) {
                    cell({" "});
                    web::tag(cell, {.text = "Có bản nháp", .tone = web::Tone::warning});
                }
            });
            rows.end();
        }
    });
}

std::string day_of(const std::optional<Date>& day) { return day ? day->vietnamese() : ""; }

/// What stands above a version: whether it is used, since when.
std::string standing_of(const FormVersion& version)
{
    switch (version.state) {
        case VersionState::draft:
            return version.is_shipped
                       ? "Mẫu gợi ý kèm phần mềm, chưa dùng. Xem nội dung, sửa nếu cần (bấm Soạn "
                         "mẫu), chọn cơ quan chủ quản rồi ban hành."
                       : "Bản nháp: chưa ai phải báo cáo theo bản này cho đến khi ban hành.";
        case VersionState::in_force:
            return "Đang dùng từ " + day_of(version.valid_from) + ".";
        case VersionState::replaced:
            return "Đã được thay: dùng từ " + day_of(version.valid_from) + " đến " +
                   day_of(version.valid_to) + ".";
        case VersionState::discarded:
            return "Bản nháp đã bỏ, chưa từng dùng.";
    }
    return {};
}

void head(Writer& out, const FormPage& page)
{
    const auto caption = "Mẫu báo cáo, bản " + std::to_string(page.version.number);
    const auto json = version_json_path(page.form.code, page.version.number);
    const auto book = version_book_path(page.form.code, page.version.number);
    const auto design = design_path(page.form.code);
    web::page_title(
        out, {.title = page.definition->title, .caption = caption, .lead = page.definition->note},
        [&](Writer& actions) {
            const auto opening = period_opening_path(page.form.code);
            const auto words = page.definition->is_ad_hoc ? "Giao báo cáo" : "Mở kỳ báo cáo";
            if (page.may_open)
                web::link_button(actions, {.text = words, .path = opening, .is_small = true});
            if (page.may_design)
                web::link_button(actions, {.text = "Soạn mẫu", .path = design, .is_small = true});
            web::link_button(
                actions,
                {.text = "Tải Excel", .path = book, .is_small = true, .is_download = true});
            web::link_button(
                actions, {.text = "Tải JSON", .path = json, .is_small = true, .is_download = true});
        });
    web::notice(out, {.tone = tone_of(page.version.state), .text = standing_of(page.version)});
}

void course(Writer& out, const FormPage& page)
{
    const auto& form = *page.definition;
    const auto reporters = text::join(page.reporters, "; ");
    const std::string collector = form.collector == CollectorRule::owner
                                      ? "Cơ quan chủ quản"
                                      : "Cơ quan cấp trên của nơi báo cáo";
    const auto period = form.is_ad_hoc ? "Khi có yêu cầu" : period_text(page.scheme);
    const auto due = form.is_ad_hoc ? "Do người mở kỳ nêu" : due_text(form.due);
    const auto owner_due = form.owner_reports ? due_text(form.owner_due) : std::string{};
    const auto until = form.data_until ? "Đến hết ngày " + std::to_string(form.data_until->day) +
                                             "/" + std::to_string(form.data_until->month)
                                       : std::string{};
    const auto lock = lock_text(form.lock);
    const auto flow = flow_text(form.flow);
    const auto citations = text::join(form.citations, "; ");
    const std::array rows{web::Fact{.name = "Cơ quan chủ quản", .value = page.owner},
                          web::Fact{.name = "Cơ quan báo cáo", .value = reporters},
                          web::Fact{.name = "Gửi đến", .value = collector},
                          web::Fact{.name = "Kỳ", .value = period},
                          web::Fact{.name = "Số liệu", .value = until},
                          web::Fact{.name = "Hạn gửi", .value = due},
                          web::Fact{.name = "Cơ quan chủ quản báo cáo lên", .value = owner_due},
                          web::Fact{.name = "Khóa", .value = lock},
                          web::Fact{.name = "Các bước", .value = flow},
                          web::Fact{.name = "Căn cứ", .value = citations},
                          web::Fact{.name = "Căn cứ pháp lý", .value = form.legal_basis},
                          web::Fact{.name = "Nhiệm vụ của kế hoạch", .value = form.duty},
                          web::Fact{.name = "Bí mật nhà nước", .value = form.secrecy_notice}};
    web::facts(out, rows);
}

void period_row(web::Rows& rows, const ShownPeriod& one)
{
    const auto& days = one.days;
    const auto why = calendar::in_words(days.due.explanation);
    rows.begin();
    rows.cell(begun_with(days.title));
    rows.cell(calendar::span_in_words(days.data_from, days.data_until));
    rows.cell([&](Writer& cell) {
        web::date(cell, days.due.day);
        if (one.owner_due) {
            cell({"<br>Cơ quan chủ quản: "});
            web::date(cell, one.owner_due->day);
        }
    });
    rows.cell([&](Writer& cell) {
        if (days.locks_on)
            cell({"sau ngày ", days.locks_on->vietnamese()});
        else
            cell({"không khóa"});
    });
    rows.cell([&](Writer& cell) {
        cell({why});
        if (days.is_due_early)
            cell({" Giữa ngày chốt số liệu và hạn gửi không có trọn một ngày làm việc."});
    });
    rows.end();
}

void periods(Writer& out, const FormPage& page)
{
    out({"<h2>Các kỳ của năm ", std::to_string(page.year), "</h2>"});
    if (page.periods.empty()) {
        out({"<p>Báo cáo này mở khi có yêu cầu, không theo kỳ định sẵn.</p>"});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Kỳ"}, web::Column{.name = "Số liệu"},
                                 web::Column{.name = "Hạn gửi"}, web::Column{.name = "Khóa"},
                                 web::Column{.name = "Vì sao hạn ấy"}};
    web::table(out,
               {.caption = "Số liệu lấy từ ngày nào, gửi đến hết ngày nào", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& one : page.periods) period_row(rows, one);
               });
}

void versions(Writer& out, const FormPage& page)
{
    out({"<h2>Các bản</h2>"});
    constexpr std::array columns{web::Column{.name = "Bản"},     web::Column{.name = "Tình trạng"},
                                 web::Column{.name = "Dùng từ"}, web::Column{.name = "Đến"},
                                 web::Column{.name = "Lập lúc"}, web::Column{.name = "Nguồn"}};
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.versions) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                const auto name = "Bản " + std::to_string(one.number);
                link(cell, version_path(page.form.code, one.number), name);
            });
            rows.cell([&](Writer& cell) {
                web::tag(cell, {.text = text_of(one.state), .tone = tone_of(one.state)});
            });
            rows.cell(day_of(one.valid_from));
            rows.cell(day_of(one.valid_to));
            rows.cell(vietnamese_moment(one.made_at));
            rows.cell(one.source);
            rows.end();
        }
    });
}

void changes(Writer& out, const FormPage& page)
{
    if (page.compared_with == 0) return;
    out({"<h2>Khác bản ", page.compared_with, "</h2>"});
    difference_table(out, page.differences);
}

void owner_field(Writer& out, const FormPage& page)
{
    std::vector<web::Choice> owners;
    owners.reserve(page.owners.size());
    for (const auto& one : page.owners)
        owners.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.code == page.chosen_owner});
    web::combobox_field(out, {.field = {.name = "owner",
                                        .label = "Cơ quan chủ quản",
                                        .hint = "Nơi nhận báo cáo và chịu trách nhiệm về mẫu.",
                                        .error = page.fault.at("owner")},
                              .choices = owners,
                              .none_text = "Chọn cơ quan"});
}

/// What may be done with a draft.
void steps(Writer& out, const Context& context, const FormPage& page)
{
    if (!page.may_design || page.version.state != VersionState::draft) return;
    out({"<h2 id=\"ban-hanh\">Ban hành</h2>"});
    if (!page.faults.empty()) {
        out({"<p>Chưa ban hành được. Hãy sửa những chỗ sau (bấm Soạn mẫu):</p>"});
        fault_list(out, context, page.faults);
    }
    const auto version = std::to_string(page.version.version);
    const auto number = std::to_string(page.version.number);
    const auto path = form_in_force_path(page.form.code);
    const auto discarding = form_discarding_path(page.form.code);
    web::form(out, {.action = path, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::hidden(fields, {.name = "ban", .value = number});
        if (page.faults.empty()) owner_field(fields, page);
        web::form_actions(fields, [&](Writer& buttons) {
            if (page.faults.empty()) web::submit_button(buttons, {.text = "Ban hành từ hôm nay"});
            web::submit_button(buttons, {.text = "Bỏ bản nháp",
                                         .emphasis = web::Emphasis::secondary,
                                         .tone = web::Tone::danger,
                                         .action = discarding});
        });
    });
}

std::string_view kind_text(FormDifference::Kind kind)
{
    constexpr std::array<std::string_view, 3> words{"Thêm", "Bỏ", "Sửa"};
    return words.at(static_cast<std::size_t>(kind));
}

}  // namespace

http::Response forms_page(const Context& context, const FormsPage& page)
{
    const auto frame = web::frame_of(context, "Mẫu báo cáo");
    return web::show(frame, [&](Writer& out) {
        web::page_title(
            out,
            {.title = "Mẫu báo cáo",
             .lead = "Mỗi mẫu nói báo cáo gồm những gì, cơ quan nào gửi, gửi cho ai, số "
                     "liệu lấy đến ngày nào và hạn gửi ngày nào."},
            [&](Writer& actions) {
                if (!page.may_design) return;
                web::link_button(
                    actions, {.text = "Lập mẫu mới", .path = new_form_path(), .is_small = true});
                web::link_button(
                    actions,
                    {.text = "Nhập mẫu từ tệp", .path = form_import_path(), .is_small = true});
            });
        if (page.in_force.empty())
            web::empty_state(out, {.title = "Chưa có mẫu nào đang dùng",
                                   .text = "Mẫu do cơ quan điều phối ban hành; khi có, mẫu và các "
                                           "hạn gửi của năm hiện ở đây."});
        else
            form_table(out, "Mẫu đang dùng", page.in_force);
        if (!page.in_force.empty()) {
            const auto path = forms_csv_path();
            const std::array files{web::Download{"Lịch báo cáo của năm (CSV)", path}};
            web::downloads(out, files);
        }
        if (page.waiting.empty()) return;
        out({"<h2>Chưa ban hành</h2>"});
        form_table(out, "Mẫu gợi ý và bản nháp, chỉ người lập mẫu thấy", page.waiting);
    });
}

http::Response form_page(const Context& context, const FormPage& page)
{
    auto frame = web::frame_of(context, page.definition->title);
    frame.crumbs = {{"Mẫu báo cáo", forms_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            head(out, page);
            web::fault_summary(out, page.fault);
            course(out, page);
            steps(out, context, page);
            changes(out, page);
            periods(out, page);
            out({"<h2>Nội dung</h2>"});
            form_content(out, *page.definition, page.sources);
            versions(out, page);
        },
        page.fault.status);
}

void difference_table(Writer& out, const std::vector<FormDifference>& differences)
{
    if (differences.empty()) {
        out({"<p>Không có gì khác.</p>"});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Chỗ khác"}, web::Column{.name = "Thay đổi"},
                                 web::Column{.name = "Trước"}, web::Column{.name = "Sau"},
                                 web::Column{.name = "Số liệu cũ"}};
    web::table(out, {.caption = "Những chỗ khác nhau", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : differences) {
            const auto what =
                std::string{kind_text(one.kind)} + (one.field.empty() ? "" : ": " + one.field);
            rows.begin();
            rows.cell(one.what);
            rows.cell(what);
            rows.cell(text::shorten(one.before, 300));
            rows.cell(text::shorten(one.after, 300));
            rows.cell(one.goes_on ? "" : "không nối tiếp với kỳ trước");
            rows.end();
        }
    });
}

void fault_list(Writer& out, const Context& context, const std::vector<Error>& faults)
{
    out({"<ul>"});
    for (const auto& fault : faults) {
        const auto message = context.message(fault);
        if (!fault.field.empty() && !fault.field.starts_with('/'))
            out({"<li><strong>", fault.field, "</strong>: ", message, "</li>"});
        else
            out({"<li><code>", fault.field.empty() ? "/" : fault.field, "</code>: ", message,
                 "</li>"});
    }
    out({"</ul>"});
}

}  // namespace caicach::report
