#include "evidence/fact_views.hpp"

#include "calendar/moment.hpp"
#include "evidence/fact_rows.hpp"
#include "evidence/limits.hpp"
#include "evidence/paths.hpp"
#include "evidence/product_subjects.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::evidence
{
namespace
{

using html::Writer;

void write_subjects(Writer& out, const std::vector<organisation::AgencySummary>& subjects)
{
    out({"<ul>"});
    for (const auto& agency : subjects)
        out({"<li><a href=\"", html::url("/co-quan/" + agency.slug), "\">", agency.name,
             "</a></li>"});
    out({"</ul>"});
}

void write_facts(Writer& out, const FactPage& page)
{
    const auto& fact = page.fact;
    const auto amount = text::format_integer(fact.quantity) + " " + fact.unit;
    out({"<p>"});
    standing_tag(out, fact.standing);
    out({"</p>"});
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Cơ quan", page.agency);
        row("Loại", product_label(fact));
        if (!page.subjects.empty())
            web::fact(rows, "Cơ quan được kiểm tra",
                      [&](Writer& cell) { write_subjects(cell, page.subjects); });
        row("Hình thức kiểm tra", page.manner);
        row("Số lượng", amount);
        web::fact(rows, "Ngày làm xong", [&](Writer& cell) { web::date(cell, fact.happened_on); });
        if (!fact.link.empty())
            web::fact(rows, "Trang đã đăng", [&](Writer& cell) {
                cell({"<a href=\"", html::url(fact.link), "\" rel=\"noopener\">", fact.link,
                      "</a>"});
            });
        if (!page.capture.empty())
            web::fact(rows, "Trang chụp lại", [&](Writer& cell) {
                cell({"<a href=\"", html::url(page.capture_path), "\">lúc ", page.capture, "</a>"});
            });
        row("SHA-256 của trang", page.capture_sha256);
        if (!page.file_path.empty())
            web::fact(rows, "Tệp", [&](Writer& cell) {
                cell({"<a href=\"", html::url(page.file_path), "\">", page.file_name, "</a>"});
            });
        row("Giờ và nơi chụp", page.photo);
        row("Nhập từ", page.import);
        row("SHA-256 của tệp", fact.file_sha256);
        row("Mã", fact.code);
    });
}

void write_standing(Writer& out, const FactPage& page)
{
    if (!page.stands_now.empty()) {
        out({"<p>Đây là bản cũ, không còn được tính. <a href=\"", html::url(page.stands_now),
             "\">Mở bản mới nhất</a></p>"});
    }
    if (!page.refused_because.empty()) {
        web::notice(out, {.tone = web::Tone::warning,
                          .text = page.refused_because,
                          .title = "Người xét không công nhận kết quả này"});
    }
}

void write_use_list(Writer& out, const std::vector<FactUse>& uses)
{
    out({"<ul>"});
    for (const auto& use : uses) {
        out({"<li>"});
        if (use.path.empty()) {
            out({use.text});
        } else {
            out({"<a href=\"", html::url(use.path), "\">", use.text, "</a>"});
        }
        out({". ", use.why, "</li>"});
    }
    out({"</ul>"});
}

void write_uses(Writer& out, const FactPage& page)
{
    out({"<h2>Được tính cho</h2>"});
    if (page.uses.empty()) {
        out({"<p>Chưa được tính cho việc nào.</p>"});
        if (page.fact.standing == Standing::counts && page.fact.product.empty())
            out(
                {"<p>Kết quả không ghi loại sản phẩm, nên không được tính cho định mức nào của kế "
                 "hoạch.</p>"});
    } else {
        write_use_list(out, page.uses);
    }
    if (page.not_uses.empty()) return;
    out({"<h2>Không được tính cho</h2>"});
    write_use_list(out, page.not_uses);
}

void write_answer(Writer& out, const Context& context, const FactPage& page,
                  const web::Fault& fault)
{
    if (!page.may_answer) return;
    const auto action = answer_path(page.fact.code);
    out({"<h2>Trả lời người xét</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_area(fields, {.name = "answer",
                                .label = "Ý kiến của cơ quan",
                                .value = page.answer,
                                .hint = "Ghi sai thì sửa kết quả ở dưới, không cần trả lời.",
                                .error = fault.at("answer"),
                                .length_max = limits::review_length_max});
        web::submit_button(fields, {.text = "Trả lời"});
    });
}

void write_review(Writer& out, const Context& context, const FactPage& page,
                  const web::Fault& fault)
{
    const bool is_refused = page.fact.standing == Standing::refused;
    if (!page.may_review || (!is_refused && page.fact.standing != Standing::counts)) return;
    const auto action = is_refused ? acceptance_path(page.fact.code) : refusal_path(page.fact.code);
    const auto* const label = is_refused ? "Ghi chú" : "Lý do không công nhận";
    const auto requirement = is_refused ? web::Requirement::optional : web::Requirement::required;
    out({"<h2>Xét kết quả</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_area(fields, {.name = "text",
                                .label = label,
                                .value = page.review_text,
                                .hint = "Cơ quan đọc được.",
                                .error = fault.at("text"),
                                .requirement = requirement,
                                .length_max = limits::review_length_max});
        web::submit_button(fields, {.text = is_refused ? "Công nhận lại" : "Không công nhận",
                                    .emphasis = web::Emphasis::secondary});
    });
}

void write_correction(Writer& out, const Context& context, const FactPage& page,
                      const web::Fault& fault)
{
    if (!page.may_correct) return;
    const bool is_taken_back = page.fact.standing == Standing::taken_back;
    const auto action = correction_path(page.fact.code);
    const std::string_view heading = is_taken_back ? "Ghi lại kết quả" : "Sửa kết quả";
    out({"<h2>", heading, "</h2>"});
    out(
        {"<p>Bản sửa thay cho bản này; bản cũ vẫn đọc được. Không chọn tệp mới thì tệp cũ được "
         "giữ.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  if (has_subjects(page.fact.product))
                      subject_fields(fields, page.typed.subjects, page.agencies, fault);
                  fact_fields(fields, page.typed, page.fact.unit, fault);
                  web::submit_button(fields, {.text = is_taken_back ? "Ghi lại" : "Lưu bản sửa"});
              });
    if (is_taken_back) return;
    out({"<h2>Rút lại</h2><p>Ghi nhầm hẳn thì rút lại: kết quả thôi được tính.</p>"});
    web::post_button(out, {.text = "Rút lại kết quả này",
                           .action = taking_back_path(page.fact.code),
                           .csrf = context.surroundings().csrf,
                           .tone = web::Tone::danger});
}

void write_history(Writer& out, const std::vector<HistoryEntry>& history)
{
    struct Texts {
        std::string time{};
        std::string iso{};
        std::vector<web::Difference> differences{};
    };
    std::vector<Texts> texts;
    std::vector<web::TimelineEntry> entries;
    texts.reserve(history.size());
    entries.reserve(history.size());
    for (const auto& entry : history) {
        auto& text = texts.emplace_back(Texts{vietnamese_moment(entry.at), to_iso(entry.at)});
        text.differences.reserve(entry.changes.size());
        for (const auto& change : entry.changes)
            text.differences.push_back({change.field, change.before, change.after});
        entries.push_back({.time = text.time,
                           .time_iso = text.iso,
                           .text = entry.text,
                           .detail = entry.who,
                           .differences = text.differences});
    }
    out({"<h2>Lịch sử</h2>"});
    web::timeline(out, entries);
}

}  // namespace

void standing_tag(Writer& out, Standing standing)
{
    auto tone = web::Tone::neutral;
    if (standing == Standing::counts) tone = web::Tone::success;
    if (standing == Standing::refused) tone = web::Tone::warning;
    web::tag(out, {.text = label_of(standing), .tone = tone});
}

std::string product_label(const RecordedFact& fact)
{
    const auto* product = product_of(fact.product);
    return product == nullptr ? "Kết quả thực hiện" : product->text;
}

http::Response fact_page(const Context& context, const FactPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, page.fact.title);
    frame.crumbs = {{.text = "Minh chứng", .path = facts_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = page.fact.title, .caption = page.agency});
            write_standing(out, page);
            write_facts(out, page);
            if (page.is_seen_as_subject) return;
            write_uses(out, page);
            write_answer(out, context, page, fault);
            write_review(out, context, page, fault);
            write_correction(out, context, page, fault);
            write_history(out, page.history);
        },
        fault.status);
}

}  // namespace caicach::evidence
