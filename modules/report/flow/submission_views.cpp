#include "report/flow/submission_views.hpp"

#include <array>
#include <string>
#include <vector>

#include "calendar/moment.hpp"
#include "report/filling/filled.hpp"
#include "report/flow/late_part_views.hpp"
#include "report/paths.hpp"
#include "text/text.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

std::string title_of(const Submission& submission)
{
    return "Lần gửi " + std::to_string(submission.number);
}

void crumb(web::Frame& frame, const SubmissionHead& head)
{
    frame.crumbs = {{"Báo cáo", reports_path()}, {head.form, report_path(head.report)}};
}

void submission_facts(Writer& out, const SubmissionPage& page)
{
    const auto& submission = page.sent.submission;
    const auto sent = vietnamese_moment(submission.sent_at);
    const bool is_correction = submission.kind == correction_kind;
    const std::array facts{
        web::Fact{.name = "Gửi lúc", .value = sent},
        web::Fact{.name = "Loại", .value = is_correction ? "Bản điều chỉnh sau khi khóa" : ""},
        web::Fact{.name = "Lý do điều chỉnh", .value = submission.reason},
        web::Fact{.name = "Biên nhận", .value = submission.code},
        web::Fact{.name = "SHA-256 của tệp", .value = submission.sha256},
        web::Fact{.name = "Hiện nay",
                  .value = page.is_current
                               ? "Lần gửi này đang có hiệu lực"
                               : "Đã rút lại, bị trả lại, hoặc có lần gửi sau thay thế"}};
    web::facts(out, facts);
}

void numbers(Writer& out, const SentVersion& sent)
{
    constexpr std::array columns{web::Column{.name = "Chỉ tiêu"}, web::Column{.name = "Đơn vị"},
                                 web::Column{.name = "Số đã gửi", .is_number = true},
                                 web::Column{.name = "Hệ thống tính khi gửi", .is_number = true}};
    web::table(out, {.caption = "Số liệu đã gửi", .columns = columns}, [&](web::Rows& rows) {
        for (const auto* indicator : indicators_of(sent.definition)) {
            const auto* one = sent.content.number(indicator->key);
            if (one == nullptr) continue;
            rows.begin();
            rows.cell(indicator->text);
            rows.cell(indicator->unit);
            rows.cell(shown(*indicator, one->sent));
            rows.cell(one->computed ? shown(*indicator, *one->computed) : std::string{});
            rows.end();
        }
    });
}

void table(Writer& out, const SentVersion& sent, const FormTable& table)
{
    const auto found = sent.content.tables.find(table.key);
    if (found == sent.content.tables.end() || found->second.empty()) return;
    std::vector<web::Column> columns{{.name = "Dòng"}};
    columns.reserve(table.columns.size() + 1);
    for (const auto& one : table.columns)
        columns.push_back({.name = one.text, .is_number = one.is_number});
    web::table(out, {.caption = table.text, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& row : found->second) {
            rows.begin();
            rows.cell(row.name.empty() ? std::to_string(row.number) : row.name);
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                rows.cell(i < row.cells.size() ? shown_cell_of(table.columns[i], row.cells[i])
                                               : std::string{});
            rows.end();
        }
    });
}

void words(Writer& out, const SentVersion& sent, const Narrative& narrative)
{
    const auto found = sent.content.texts.find(narrative.key);
    if (found == sent.content.texts.end()) return;
    out({"<h2>", narrative.text, "</h2><div class=\"prose\">"});
    for (const auto line : text::split(found->second, '\n'))
        if (!line.empty()) out({"<p>", line, "</p>"});
    out({"</div>"});
}

void files(Writer& out, const SentVersion& sent)
{
    if (sent.content.files.empty()) return;
    out({"<h2>Tệp kèm theo khi gửi</h2><ul>"});
    for (const auto& file : sent.content.files)
        out({"<li>", file.name, " <code class=\"hash\">", file.sha256, "</code></li>"});
    out({"</ul>"});
}

void choice(Writer& out, const ComparisonPage& page)
{
    const auto offer = [&](Writer& fields, std::string_view name, std::string_view label,
                           int chosen) {
        std::vector<std::string> values;
        std::vector<std::string> labels;
        values.reserve(page.all.size());
        labels.reserve(page.all.size());
        for (const auto& one : page.all) {
            values.push_back(std::to_string(one.number));
            labels.push_back(title_of(one) + ", " + vietnamese_moment(one.sent_at));
        }
        std::vector<web::Choice> choices;
        choices.reserve(page.all.size());
        for (std::size_t i = 0; i < page.all.size(); ++i)
            choices.push_back({.value = values[i],
                               .label = labels[i],
                               .is_chosen = page.all[i].number == chosen});
        web::select_field(fields, {.field = {.name = name, .label = label}, .choices = choices});
    };
    const auto action = report_path(page.head.report) + "/so-sanh";
    web::filter_form(out,
                     {.action = action,
                      .results_id = "ket-qua",
                      .label = "Chọn hai lần gửi",
                      .submit_text = "So sánh"},
                     [&](Writer& fields) {
                         offer(fields, "tu", "Từ lần", page.before.submission.number);
                         offer(fields, "den", "Đến lần", page.after.submission.number);
                     });
}

}  // namespace

http::Response submission_page(const Context& context, const SubmissionPage& page)
{
    const auto title = title_of(page.sent.submission);
    auto frame = web::frame_of(context, title + ": " + page.head.form);
    crumb(frame, page.head);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = title, .caption = page.head.caption});
        submission_facts(out, page);
        const auto& submission = page.sent.submission;
        const auto file = submission_file_path(page.head.report, submission.number);
        out({"<p><a href=\"", html::url(file), "\" download>Tệp JSON đã gửi</a>"});
        if (submission.number > 1) {
            const auto path =
                comparison_path(page.head.report, submission.number - 1, submission.number);
            out({" · <a href=\"", html::url(path), "\">Khác lần trước những gì</a>"});
        }
        out({"</p>"});
        numbers(out, page.sent);
        for (const auto& section : page.sent.definition.sections)
            for (const auto& part : section.parts) {
                if (const auto* one = std::get_if<FormTable>(&part)) table(out, page.sent, *one);
                if (const auto* one = std::get_if<Narrative>(&part)) words(out, page.sent, *one);
            }
        files(out, page.sent);
        late_fact_table(out, "Kết quả đến sau lần gửi trước, tính vào lần này", page.settled);
    });
}

http::Response comparison_page(const Context& context, const ComparisonPage& page)
{
    auto frame = web::frame_of(context, "So sánh hai lần gửi: " + page.head.form);
    crumb(frame, page.head);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "So sánh hai lần gửi", .caption = page.head.caption});
        choice(out, page);
        const auto caption = title_of(page.before.submission) + " và lần gửi " +
                             std::to_string(page.after.submission.number);
        out({"<div id=\"ket-qua\">"});
        const auto& reason = page.after.submission.reason;
        if (!reason.empty()) out({"<p>Lý do điều chỉnh: ", reason, "</p>"});
        difference_table(out, caption,
                         differences_of({page.before.content, page.before.definition},
                                        {page.after.content, page.after.definition}));
        out({"</div>"});
    });
}

void difference_table(Writer& out, std::string_view caption,
                      const std::vector<SentDifference>& differences)
{
    if (differences.empty()) {
        out({"<p class=\"muted\">Không có chỗ nào khác.</p>"});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Chỗ khác"}, web::Column{.name = "Trước"},
                                 web::Column{.name = "Sau"},
                                 web::Column{.name = "Chênh lệch", .is_number = true}};
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : differences) {
            rows.begin();
            rows.cell(one.part);
            rows.cell(one.before.empty() ? std::string_view{"(không có)"} : one.before);
            rows.cell(one.after.empty() ? std::string_view{"(không có)"} : one.after);
            rows.cell(one.less);
            rows.end();
        }
    });
}

}  // namespace caicach::report
