#include "outgoing/document/document_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
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

bool may(const DocumentPage& page, Act act)
{
    return std::ranges::find(page.acts, act) != page.acts.end();
}

web::Tone tone_of(DocumentState state)
{
    switch (state) {
        case DocumentState::draft:
            return web::Tone::warning;
        case DocumentState::numbered:
        case DocumentState::signed_:
            return web::Tone::info;
        case DocumentState::sent:
            return web::Tone::success;
        default:
            return web::Tone::neutral;
    }
}

/// What the state means, and what comes next.
std::string standing_of(const DocumentPage& page)
{
    switch (page.document.state) {
        case DocumentState::draft:
            return "Dự thảo chưa có số: còn sửa được. Xem bản in, rồi cấp số khi ký ban hành.";
        case DocumentState::numbered:
            return "Đã cấp số, nội dung không đổi nữa. In, ký, đóng dấu, rồi gửi.";
        case DocumentState::signed_:
            return "Đã ký số.";
        case DocumentState::sent:
            return "Đã gửi đến nơi nhận.";
        case DocumentState::replaced:
            return "Văn bản khác đã thay thế văn bản này.";
        case DocumentState::withdrawn:
            return "Đã thu hồi, số đã hủy: " + page.document.reason;
    }
    return {};
}

void link_fact(Writer& out, std::string_view name, const Document& document)
{
    const auto path = document_path(document.code);
    const auto text = number_of(document) + ", " + document.subject;
    web::fact(out, name,
              [&](Writer& cell) { cell({"<a href=\"", html::url(path), "\">", text, "</a>"}); });
}

void facts(Writer& out, const DocumentPage& page)
{
    const auto& document = page.document;
    const auto signature =
        text::join(page.printed.signature.lines, ", ") +
        (page.printed.signature.name.empty() ? std::string{} : ": " + page.printed.signature.name);
    const auto made = vietnamese_moment(document.made_at);
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (!value.empty()) web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Cơ quan ban hành", page.agency);
        row("Tình trạng", text_of(page.document.state));
        row("Loại văn bản", page.kind);
        row("Số, ký hiệu", number_of(document));
        if (document.issued_on)
            web::fact(rows, "Ngày", [&](Writer& cell) { web::date(cell, *document.issued_on); });
        row("Kính gửi", text::join(page.printed.addressees, "; "));
        row("Người ký", signature);
        row("Nơi nhận", text::join(page.printed.recipients, "; "));
        row("Lập lúc", made);
        if (page.source)
            web::fact(rows, "Lập từ", [&](Writer& cell) {
                const auto& [text, path] = *page.source;
                cell({"<a href=\"", html::url(path), "\">", text, "</a>"});
            });
        if (page.replaces) link_fact(rows, "Thay thế", *page.replaces);
        if (page.replaced_by) link_fact(rows, "Văn bản thay thế", *page.replaced_by);
    });
}

void paragraph(Writer& out, const document::OfficialParagraph& one)
{
    using Kind = document::OfficialParagraphKind;
    const bool is_strong = one.kind == Kind::heading || one.kind == Kind::title;
    const bool is_basis = one.kind == Kind::basis;
    out({"<p>"});
    for (const auto& run : one.runs) {
        const bool strong = is_strong || run.is_bold;
        const bool slanted = is_basis || run.is_italic;
        if (strong) out({"<strong>"});
        if (slanted) out({"<em>"});
        out({run.text});
        if (slanted) out({"</em>"});
        if (strong) out({"</strong>"});
    }
    out({"</p>"});
}

void official_table(Writer& out, const document::OfficialTable& table)
{
    std::vector<web::Column> columns;
    columns.reserve(table.columns.size());
    for (const auto& column : table.columns) columns.push_back({.name = column.title});
    web::table(out, {.caption = "Bảng của văn bản", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& row : table.rows) {
            rows.begin();
            for (const auto& cell : row.cells) rows.cell(cell);
            rows.end();
        }
    });
}

void blocks(Writer& out, const std::vector<document::OfficialBlock>& all)
{
    for (const auto& block : all) {
        const auto* words = std::get_if<document::OfficialParagraph>(&block);
        if (words != nullptr)
            paragraph(out, *words);
        else
            official_table(out, std::get<document::OfficialTable>(block));
    }
}

void content(Writer& out, const DocumentPage& page)
{
    out({"<h2>Nội dung</h2>"});
    blocks(out, page.printed.body);
    for (const auto& annex : page.printed.annexes) {
        out({"<h3>Phụ lục: ", annex.title, "</h3><p>", annex.note, "</p>"});
        blocks(out, annex.blocks);
    }
}

void signer_field(Writer& fields, const DocumentPage& page)
{
    std::vector<std::string> ids;
    ids.reserve(page.signers.size());
    for (const auto& one : page.signers) ids.push_back(std::to_string(one.signer.value));
    const auto chosen = page.form.values().empty() && page.document.signer
                            ? std::to_string(page.document.signer->value)
                            : std::string(page.form.value("signer"));
    std::vector<web::Choice> choices;
    choices.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        choices.push_back(
            {.value = ids[i], .label = page.signers[i].text, .is_chosen = chosen == ids[i]});
    // Whom the draft names is changed here, and taken out where the draft is edited. Nobody is
    // chosen in place of one who signs no more.
    std::string_view none_text;
    if (std::ranges::none_of(choices, &web::Choice::is_chosen))
        none_text = page.needs_signer ? "Chọn người ký" : "Nhiều bên ký, để trống chỗ ký";
    web::select_field(fields,
                      {.field = {.name = "signer",
                                 .label = "Người ký",
                                 .hint = "Danh sách lấy ở trang Người ký văn bản.",
                                 .error = page.fault.at("signer"),
                                 .requirement = page.needs_signer ? web::Requirement::required
                                                                  : web::Requirement::optional},
                       .choices = choices,
                       .none_text = none_text});
}

void series_field(Writer& fields, const DocumentPage& page)
{
    if (page.series.size() < 2) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.series.size());
    for (const auto& one : page.series)
        choices.push_back({.value = one.code,
                           .label = one.board.empty() ? one.name : one.name + ": " + one.board,
                           .is_chosen = page.form.value("series") == one.code});
    web::select_field(
        fields, {.field = {.name = "series", .label = "Sổ số", .error = page.fault.at("series")},
                 .choices = choices});
}

void paper_fields(Writer& fields, const DocumentPage& page)
{
    web::number_field(fields,
                      {.field = {.name = "number",
                                 .label = "Số đã cấp trên giấy",
                                 .value = page.form.value("number"),
                                 .hint = "Để trống: phần mềm cấp số tiếp theo, ngày hôm nay.",
                                 .error = page.fault.at("number"),
                                 .requirement = web::Requirement::optional}});
    web::date_field(fields, {.name = "issued_on",
                             .label = "Ngày trên giấy",
                             .value = page.form.value("issued_on"),
                             .error = page.fault.at("issued_on"),
                             .requirement = web::Requirement::optional});
}

void number_form(Writer& out, const Context& context, const DocumentPage& page)
{
    if (!may(page, Act::number)) return;
    out({"<h2 id=\"cap-so\">Cấp số</h2>"});
    if (page.series.empty()) {
        const auto path = series_list_path();
        out(
            {"<p>Cơ quan chưa có sổ số cho loại văn bản này. Quản trị của cơ quan lập ở trang "
             "<a href=\"",
             html::url(path), "\">Sổ số văn bản</a>.</p>"});
        return;
    }
    const auto action = document_path(page.document.code, "cap-so");
    const auto version = std::to_string(page.document.version);
    out({"<p>Từ khi có số, nội dung không đổi được nữa.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        signer_field(fields, page);
        series_field(fields, page);
        paper_fields(fields, page);
        web::form_actions(
            fields, [&](Writer& buttons) { web::submit_button(buttons, {.text = "Cấp số"}); });
    });
}

void deliveries(Writer& out, const DocumentPage& page)
{
    constexpr std::array columns{web::Column{.name = "Nơi nhận"}, web::Column{.name = "Để"},
                                 web::Column{.name = "Cách gửi"}};
    web::table(out, {.caption = "Gửi đến", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.deliveries) {
            const bool is_here = !one.agency.empty();
            rows.begin();
            rows.cell(is_here ? one.agency : one.text);
            rows.cell(one.marker);
            rows.cell(is_here ? "báo tin trong phần mềm" : "ngoài phần mềm, văn thư gửi");
            rows.end();
        }
    });
}

void sending(Writer& out, const Context& context, const DocumentPage& page)
{
    const bool may_send = may(page, Act::send);
    if (!may_send && page.deliveries.empty()) return;
    const std::string_view heading = may_send ? "Gửi" : "Đã gửi đến";
    out({"<h2 id=\"gui\">", heading, "</h2>"});
    if (page.deliveries.empty()) {
        out(
            {"<p>Văn bản không ghi nơi nhận nào ngoài bản lưu. Hãy lập văn bản thay thế có nơi "
             "nhận.</p>"});
        return;
    }
    deliveries(out, page);
    if (!may_send) return;
    const auto action = document_path(page.document.code, "gui");
    const auto version = std::to_string(page.document.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    web::form_actions(out, [&](Writer& buttons) {
        web::post_button(buttons, {.text = "Gửi văn bản",
                                   .action = action,
                                   .csrf = context.surroundings().csrf,
                                   .emphasis = web::Emphasis::primary,
                                   .values = values});
    });
}

/// How far the package is on its way to another program.
void hand_over(Writer& out, const Context& context, const DocumentPage& page)
{
    if (!page.hand_over) return;
    const auto& one = *page.hand_over;
    if (one.state == HandOverState::handed) {
        const auto when = one.handed_at ? vietnamese_moment(*one.handed_at) : std::string{};
        web::notice(out, {.tone = web::Tone::success,
                          .text = "Gói văn bản đã chuyển cho chương trình liên thông lúc " + when +
                                  ", SHA-256 " + one.sha256 + "."});
        return;
    }
    if (one.state == HandOverState::waiting) {
        web::notice(out, {.text = "Gói văn bản đang chờ chuyển cho chương trình liên thông."});
        return;
    }
    web::notice(out, {.tone = web::Tone::danger,
                      .text = "Chưa chuyển được gói văn bản sau " + std::to_string(one.attempts) +
                              " lần: " + one.error});
    if (!page.may_hand_over) return;
    const auto action = document_path(page.document.code, "chuyen-giao");
    web::post_button(
        out, {.text = "Chuyển lại gói", .action = action, .csrf = context.surroundings().csrf});
}

void withdraw_form(Writer& out, const Context& context, const DocumentPage& page)
{
    if (!may(page, Act::withdraw)) return;
    const auto action = document_path(page.document.code, "thu-hoi");
    const auto version = std::to_string(page.document.version);
    out(
        {"<h2 id=\"thu-hoi\">Thu hồi</h2>"
         "<p>Số bị hủy, không cấp lại cho văn bản khác. Sai nội dung thì lập văn bản thay "
         "thế.</p>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::text_field(fields, {.name = "reason",
                                 .label = "Lý do thu hồi",
                                 .value = page.form.value("reason"),
                                 .error = page.fault.at("reason")});
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Thu hồi văn bản",
                                         .emphasis = web::Emphasis::secondary,
                                         .tone = web::Tone::danger});
        });
    });
}

/// Files to take along, and what one click does.
void buttons_of(Writer& out, const Context& context, const DocumentPage& page)
{
    const auto& code = page.document.code;
    const auto version = std::to_string(page.document.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto word = document_path(code, "van-ban.docx");
    const auto print = document_path(code, "van-ban.pdf");
    const auto zip = document_path(code, "goi.zip");
    const auto edit = document_path(code, "sua");
    const auto replace = document_path(code, "thay-the");
    const auto discard = document_path(code, "bo");
    const auto signing = document_path(code, "ky");
    const auto by_template = document_path(code, "theo-mau.docx");
    const auto& csrf = context.surroundings().csrf;
    web::form_actions(out, [&](Writer& buttons) {
        const auto print_text = page.is_signed ? "Tải bản đã ký (PDF)" : "Tải bản in (PDF)";
        web::link_button(buttons, {.text = print_text, .path = print, .is_download = true});
        web::link_button(buttons, {.text = "Tải bản Word", .path = word, .is_download = true});
        if (page.has_template)
            web::link_button(buttons, {.text = "Tải bản Word theo mẫu của cơ quan",
                                       .path = by_template,
                                       .is_download = true});
        if (page.document.number)
            web::link_button(buttons, {.text = "Tải gói (ZIP)", .path = zip, .is_download = true});
        if (page.may_sign) web::link_button(buttons, {.text = "Ký số", .path = signing});
        if (may(page, Act::edit)) web::link_button(buttons, {.text = "Sửa dự thảo", .path = edit});
        if (may(page, Act::replace) && !page.replaced_by)
            web::post_button(buttons, {.text = "Lập văn bản thay thế",
                                       .action = replace,
                                       .csrf = csrf,
                                       .values = values});
        if (may(page, Act::discard))
            web::post_button(buttons, {.text = "Bỏ dự thảo",
                                       .action = discard,
                                       .csrf = csrf,
                                       .tone = web::Tone::danger,
                                       .values = values});
    });
}

/// Files that the package itself cannot hold, each with where it is.
void further_volumes(Writer& out, const DocumentPage& page)
{
    if (page.volumes.empty()) return;
    out(
        {"<p>Gói (ZIP) không chứa hết tệp đính kèm vì quá lớn. Các tệp sau ở gói tiếp "
         "theo:</p><ul>"});
    for (std::size_t at = 0; at < page.volumes.size(); ++at) {
        const auto number = std::to_string(at + 2);
        const auto path = document_path(page.document.code, "goi.zip") + "?phan=" + number;
        out({"<li><a href=\"", html::url(path), "\" download>Tải gói ", number,
             " (ZIP)</a>: ", text::join(page.volumes[at], "; "), "</li>"});
    }
    out({"</ul>"});
}

}  // namespace

http::Response document_page(const Context& context, const DocumentPage& page)
{
    auto frame = web::frame_of(context, page.document.subject);
    frame.crumbs = {{"Văn bản đi", register_path()}};
    const auto caption = page.kind + " " + number_of(page.document);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = page.document.subject, .caption = caption});
            web::notice(out, {.tone = tone_of(page.document.state), .text = standing_of(page)});
            facts(out, page);
            buttons_of(out, context, page);
            further_volumes(out, page);
            number_form(out, context, page);
            sending(out, context, page);
            hand_over(out, context, page);
            content(out, page);
            withdraw_form(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::outgoing
