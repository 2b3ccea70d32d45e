#include "plan/draft_views.hpp"

#include <fmt/format.h>

#include <array>

#include "json/value.hpp"
#include "plan/form_views.hpp"
#include "plan/limits.hpp"
#include "plan/paths.hpp"
#include "text/text.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

constexpr std::string_view accepted = ".docx,.odt,.pdf,.txt,.md,.png,.jpg,.jpeg,.tif,.tiff";
constexpr int refresh_seconds = 5;

/// A file field and what it amends. `amends` fixes that; else the person chooses.
void write_upload(Writer& out, const Context& context, const DraftsPage& page,
                  std::string_view amends)
{
    const auto& csrf = context.surroundings().csrf;
    const auto fault = fault_of(context, page.form, "file");
    const auto amends_fault = fault_of(context, page.form, "amends");
    std::vector<web::Choice> plans;
    plans.reserve(page.in_force.size());
    for (const auto& edition : page.in_force) {
        plans.push_back(
            {edition.code, edition.document.title, {}, page.form.has("amends", edition.code)});
    }
    web::form(
        out, {.action = "/soan-ke-hoach", .csrf = csrf, .takes_files = true}, [&](Writer& form) {
            web::file_field(form, {.field = {.name = "file",
                                             .label = "Tệp kế hoạch",
                                             .hint = "Tệp Word (.docx), ODT, PDF, bản quét, ảnh "
                                                     "chụp hoặc văn bản thuần; nhiều nhất 64 MB.",
                                             .error = fault},
                                   .accept = accepted,
                                   .bytes_max = limits::upload_bytes});
            if (!amends.empty()) {
                web::hidden(form, {.name = "amends", .value = amends});
            } else if (!plans.empty()) {
                web::select_field(form, {.field = {.name = "amends",
                                                   .label = "Sửa đổi kế hoạch nào?",
                                                   .error = amends_fault,
                                                   .requirement = web::Requirement::optional},
                                         .choices = plans,
                                         .none_text = "Không, đây là kế hoạch mới"});
            }
            web::form_actions(form,
                              [](Writer& row) { web::submit_button(row, {.text = "Tải lên"}); });
        });
}

web::Tag state_tag(EditionState state)
{
    switch (state) {
        case EditionState::in_force:
            return {label(state), web::Tone::success};
        case EditionState::failed:
            return {label(state), web::Tone::danger};
        case EditionState::draft:
            return {label(state), web::Tone::accent};
        default:
            return {label(state), web::Tone::neutral};
    }
}

void write_drafts(Writer& out, const std::vector<Edition>& editions,
                  const std::vector<std::int64_t>& left)
{
    if (editions.empty()) {
        web::empty_state(out, {.title = "Chưa có kế hoạch nào đang rà soát",
                               .text = "Tải tệp kế hoạch đã ký lên để hệ thống tách thành từng "
                                       "mục; bạn rà soát rồi đưa vào thực hiện."});
        return;
    }
    constexpr std::array columns{web::Column{"Kế hoạch"}, web::Column{"Tệp"},
                                 web::Column{"Tình trạng"}, web::Column{"Còn lại", true},
                                 web::Column{"Tải lên"}};
    web::table(out, {.caption = "Kế hoạch đang rà soát", .columns = columns}, [&](auto& rows) {
        for (const auto& edition : editions) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(draft_path(edition)), "\">", draft_name(edition),
                      "</a>"});
            });
            rows.cell(edition.file_name);
            rows.cell([&](Writer& cell) { web::tag(cell, state_tag(edition.state)); });
            const auto open = left[static_cast<std::size_t>(&edition - editions.data())];
            rows.cell(open < 0 ? "–" : std::to_string(open));
            rows.cell(edition.created_by + ", " + moment(edition.created_at));
            rows.end();
        }
    });
}

/// The stored reason, rendered now.
std::string problem_text(const Context& context, const Edition& edition)
{
    const auto problem = json::parse(edition.problem);
    if (!problem) return context.message("plan.unreadable");
    Error error{Failure::invalid, std::string{(*problem)["key"].as_string()}};
    for (const auto& argument : (*problem)["arguments"].elements()) {
        error.arguments.emplace_back(argument.as_string());
    }
    return context.message(error);
}

bool is_over(const jobs::Progress& progress)
{
    return progress.state == jobs::State::dead || progress.state == jobs::State::cancelled;
}

void write_progress(Writer& out, const ReadingPage& page)
{
    const auto poll = is_over(page.progress) ? std::string{} : draft_path(page.edition, "tien-do");
    const auto text = is_over(page.progress)       ? std::string{"Việc đọc tệp đã dừng."}
                      : page.progress.text.empty() ? std::string{"Đang chờ đến lượt"}
                                                   : page.progress.text;
    web::progress(out, {.label = "Đọc tệp",
                        .text = text,
                        .value = page.progress.percent,
                        .is_indeterminate = page.progress.percent == 0 && !poll.empty(),
                        .poll_path = poll});
}

void write_history(Writer& out, const std::vector<HistoryLine>& lines)
{
    struct Texts {
        std::string time{};
        std::string iso{};
        std::vector<web::Difference> differences{};
    };
    std::vector<Texts> texts;
    texts.reserve(lines.size());
    std::vector<web::TimelineEntry> entries;
    for (const auto& line : lines) {
        auto& text = texts.emplace_back(Texts{moment(line.at), to_iso(line.at)});
        for (const auto& one : line.differences) {
            text.differences.push_back({one.field, one.before, one.after});
        }
        entries.push_back({.time = text.time,
                           .time_iso = text.iso,
                           .text = line.text,
                           .detail = line.who,
                           .differences = text.differences});
    }
    web::timeline(out, entries);
}

/// All editions, each with its own history and when it came into force.
void write_editions(Writer& out, const HistoryPage& page)
{
    constexpr std::array columns{web::Column{"Bản"}, web::Column{"Tình trạng"}, web::Column{"Tệp"},
                                 web::Column{"Tải lên"}, web::Column{"Đưa vào thực hiện"}};
    const auto write = [&](auto& rows) {
        for (const auto& edition : page.editions) {
            rows.begin();
            const auto name = fmt::format("Bản {}", edition.number);
            rows.cell([&](Writer& cell) {
                if (edition.id == page.edition.id) {
                    cell({name, " (đang xem)"});
                } else {
                    cell({"<a href=\"", html::url(history_path(edition)), "\">", name, "</a>"});
                }
            });
            rows.cell(label(edition.state));
            rows.cell(edition.file_name);
            rows.cell(edition.created_by + ", " + moment(edition.created_at));
            rows.cell(edition.in_force_at
                          ? edition.in_force_by + ", " + moment(*edition.in_force_at)
                          : std::string{"–"});
            rows.end();
        }
    };
    web::table(out, {.caption = "Các bản của kế hoạch", .columns = columns}, write);
}

}  // namespace

std::string draft_name(const Edition& edition)
{
    if (edition.document.title.empty()) return edition.file_name;
    return edition.document.title;
}

web::Frame draft_frame(const Context& context, const Edition& edition, std::string title)
{
    constexpr std::size_t name_characters = 40;
    // Of many tabs of a browser, each tells first which plan it is about.
    const auto name =
        edition.document.number.value_or(text::shorten(draft_name(edition), name_characters));
    auto frame = web::frame_of(context, name.empty() ? std::move(title) : name + ": " + title);
    frame.crumbs = {{"Rà soát kế hoạch", drafts_path()},
                    {edition.document.number.value_or(edition.file_name), draft_path(edition)}};
    return frame;
}

void draft_tabs(html::Writer& out, const DraftTabs& tabs)
{
    const auto& edition = tabs.edition;
    const std::array paths{draft_path(edition), draft_path(edition, "can-xu-ly"),
                           draft_path(edition, "thay-doi"), draft_path(edition, "van-ban"),
                           draft_path(edition, "lich-su")};
    std::vector<web::Tab> entries{
        {"Đối chiếu", paths[0], tabs.current.empty()},
        {"Cần xử lý", paths[1], tabs.current == "can-xu-ly", tabs.open, open_count_id}};
    if (tabs.changes >= 0) {
        entries.push_back({"Thay đổi", paths[2], tabs.current == "thay-doi", tabs.changes});
    }
    entries.push_back({"Về văn bản", paths[3], tabs.current == "van-ban"});
    entries.push_back({"Lịch sử", paths[4], tabs.current == "lich-su"});
    web::tabs(out, "Các phần của việc rà soát", entries);
}

http::Response drafts_page(const Context& context, const DraftsPage& page)
{
    auto frame = web::frame_of(context, "Rà soát kế hoạch");
    return web::show(
        frame,
        [&](Writer& out) {
            write_faults(out, context, page.form);
            web::page_title(out, {.title = "Rà soát kế hoạch",
                                  .lead = "Tải kế hoạch đã ký lên, đối chiếu từng mục với văn "
                                          "bản, rồi đưa vào thực hiện."});
            out({"<div class=\"stack\">"});
            if (page.may_upload) {
                out(
                    {"<section class=\"card\" aria-labelledby=\"tai-len\"><h2 id=\"tai-len\">Tải "
                     "kế hoạch lên</h2>"});
                write_upload(out, context, page, {});
                out({"</section>"});
            }
            write_drafts(out, page.editions, page.left);
            out({"</div>"});
        },
        page.form.has_errors() ? 422 : 200);
}

http::Response reading_page(const Context& context, const ReadingPage& page)
{
    auto frame = draft_frame(context, page.edition, "Đang đọc tệp");
    const bool over = is_over(page.progress);
    if (!over) frame.refresh_seconds = refresh_seconds;
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Đang đọc tệp",
                              .caption = page.edition.file_name,
                              .lead = "Bản quét cần vài giây mỗi trang. Bạn có thể rời trang này; "
                                      "việc đọc vẫn tiếp tục."});
        write_progress(out, page);
        if (!page.may_review) return;
        out({"<div class=\"row\">"});
        if (over) {
            web::post_button(out, {.text = "Đọc lại",
                                   .action = draft_path(page.edition, "tien-do"),
                                   .csrf = context.surroundings().csrf,
                                   .emphasis = web::Emphasis::primary});
        }
        web::link_button(out, {.text = "Bỏ tệp này…", .path = draft_path(page.edition, "bo")});
        out({"</div>"});
    });
}

http::Response reading_part(const ReadingPage& page)
{
    std::string text;
    auto out = Writer{text};
    write_progress(out, page);
    return http::page(std::move(text));
}

http::Response failed_page(const Context& context, const Edition& edition, bool may_review)
{
    auto frame = draft_frame(context, edition, "Không đọc được tệp");
    const auto problem = problem_text(context, edition);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Không đọc được tệp", .caption = edition.file_name});
        web::notice(out, {.tone = web::Tone::danger, .text = problem});
        if (!may_review) return;
        out(
            {"<section class=\"card\" aria-labelledby=\"tai-len\"><h2 id=\"tai-len\">Tải tệp khác "
             "thay thế</h2>"});
        write_upload(out, context, {}, edition.code);
        out({"</section><p>"});
        web::link_button(out, {.text = "Bỏ tệp này…", .path = draft_path(edition, "bo")});
        out({"</p>"});
    });
}

http::Response closed_page(const Context& context, const Edition& edition)
{
    auto frame = draft_frame(context, edition, draft_name(edition));
    frame.crumbs.pop_back();
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = draft_name(edition), .caption = label(edition.state)});
        const auto uploaded = edition.created_by + ", " + moment(edition.created_at);
        const auto in_force = edition.in_force_at
                                  ? edition.in_force_by + ", " + moment(*edition.in_force_at)
                                  : std::string{};
        const auto number = edition.document.number.value_or("");
        const std::array<web::Fact, 4> rows{{{"Số, ký hiệu", number},
                                             {"Tệp", edition.file_name},
                                             {"Tải lên", uploaded},
                                             {"Đưa vào thực hiện", in_force}}};
        web::facts(out, rows);
        out({"<div class=\"row\">"});
        if (edition.state == EditionState::in_force) {
            web::link_button(out, {.text = "Xem trang công khai",
                                   .path = plan_path(edition),
                                   .emphasis = web::Emphasis::primary});
        }
        web::link_button(out, {.text = "Lịch sử", .path = draft_path(edition, "lich-su")});
        out({"</div><p>Muốn thay đổi kế hoạch đang thực hiện, hãy ",
             "<a href=\"/soan-ke-hoach\">tải lên bản sửa đổi</a>.</p>"});
    });
}

http::Response discard_page(const Context& context, const Edition& edition)
{
    auto frame = draft_frame(context, edition, "Bỏ bản đang rà soát");
    return web::show(frame, [&](Writer& out) {
        out({"<p>", draft_name(edition), "</p>"});
        web::confirm(out, {.question = "Bỏ bản đang rà soát này?",
                           .consequence = "Những gì đã rà soát sẽ không dùng nữa. Tệp và lịch sử "
                                          "vẫn được lưu; kế hoạch đang thực hiện không thay đổi.",
                           .submit_text = "Bỏ bản này",
                           .action = draft_path(edition, "bo"),
                           .csrf = context.surroundings().csrf,
                           .cancel_path = draft_path(edition),
                           .tone = web::Tone::danger});
    });
}

http::Response history_page(const Context& context, const HistoryPage& page)
{
    const auto frame = draft_frame(context, page.edition, "Lịch sử");
    return web::show(frame, [&](Writer& out) {
        const auto lead = fmt::format("Bản {}: {}", page.edition.number, label(page.edition.state));
        web::page_title(out,
                        {.title = "Lịch sử", .caption = draft_name(page.edition), .lead = lead});
        if (page.edition.state == EditionState::draft) {
            draft_tabs(out,
                       {.edition = page.edition, .current = "lich-su", .changes = page.changes});
        }
        write_history(out, page.lines);
        write_editions(out, page);
    });
}

http::Response stopped_page(const Context& context, const Edition& edition, const Error& error)
{
    const auto sentence = context.message(error);
    auto frame = draft_frame(context, edition, "Chưa làm được");
    return web::show(
        frame,
        [&](html::Writer& out) {
            web::page_title(out, {.title = "Chưa làm được", .caption = draft_name(edition)});
            out({"<p>", sentence, "</p>"});
            web::link_button(out, {.text = "Về trang rà soát", .path = draft_path(edition)});
        },
        http::status_of(error.kind));
}

}  // namespace caicach::plan
