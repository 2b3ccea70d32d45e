#include "report/flow/flow_views.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "once/once.hpp"
#include "report/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

class FlowWriter
{
public:
    FlowWriter(Writer& out, const Context& context, const FlowPart& part)
        : m_out(out), m_context(context), m_part(part)
    {
    }

    void actions()
    {
        for (const auto act : m_part.may) write(act);
    }

private:
    void write(Act act)
    {
        switch (act) {
            case Act::submit:
                return sending();
            case Act::recall:
                return plain("Rút lại", recalling_path(m_part.code),
                             "Nơi nhận chưa kiểm tra: rút lại để sửa, rồi gửi lần nữa.");
            case Act::check:
                return noting("Kiểm tra xong", checking_path(m_part.code));
            case Act::approve:
                return noting("Phê duyệt", approving_path(m_part.code));
            case Act::send_back:
                return returning();
            case Act::reopen:
                return reasoning("Mở lại báo cáo đã duyệt", reopening_path(m_part.code),
                                 web::Tone::warning);
            case Act::extend:
                return extending();
            case Act::correct:
                return correcting();
            case Act::fill:
            case Act::issue:
                return;
        }
    }

    /// A form with what was looked at, so that nobody decides of what was sent anew meanwhile.
    template <class Fields>
    void form(std::string_view title, const std::string& action, const Fields& fields)
    {
        m_out({"<h3>", title, "</h3>"});
        web::form(m_out, {.action = action, .csrf = m_context.surroundings().csrf},
                  [&](Writer& out) {
                      if (!m_part.sent.empty())
                          web::hidden(out, {.name = seen_field, .value = m_part.sent.front().code});
                      fields(out);
                  });
    }

    [[nodiscard]] std::string typed(std::string_view name) const
    {
        const auto found = m_part.typed.find(name);
        return found == m_part.typed.end() ? std::string{} : found->second;
    }

    void button(Writer& out, std::string_view text, web::Tone tone = web::Tone::accent)
    {
        web::form_actions(out, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = text, .tone = tone});
        });
    }

    void sending()
    {
        form("Gửi báo cáo", sending_path(m_part.code), [&](Writer& out) {
            if (m_part.lacks_something)
                out({"<p>Báo cáo còn điều phải sửa, nêu ở phần “Trước khi gửi”.</p>"});
            web::hidden(out, {.name = once::field, .value = m_part.key});
            web::checkbox_field(out,
                                {.field = {.name = no_secret_field,
                                           .label = "Báo cáo không có nội dung bí mật nhà nước",
                                           .error = m_part.fault.at(no_secret_field)}});
            button(out, "Gửi báo cáo");
        });
    }

    void plain(std::string_view text, const std::string& action, std::string_view why)
    {
        form(text, action, [&](Writer& out) {
            out({"<p>", why, "</p>"});
            button(out, text, web::Tone::neutral);
        });
    }

    void noting(std::string_view text, const std::string& action)
    {
        form(text, action, [&](Writer& out) {
            const auto id = std::string{note_field} + "-" + action.substr(action.rfind('/') + 1);
            const auto value = typed(note_field);
            web::text_field(out, {.name = note_field,
                                  .label = "Ghi chú",
                                  .value = value,
                                  .id = id,
                                  .requirement = web::Requirement::optional});
            button(out, text);
        });
    }

    void reason(Writer& out, const std::string& action, web::Requirement requirement)
    {
        const auto id = std::string{reason_field} + "-" + action.substr(action.rfind('/') + 1);
        const auto value = typed(reason_field);
        web::text_area(out, {.name = reason_field,
                             .label = "Lý do",
                             .value = value,
                             .error = m_part.fault.at(reason_field),
                             .id = id,
                             .requirement = requirement});
    }

    void reasoning(std::string_view text, const std::string& action, web::Tone tone)
    {
        form(text, action, [&](Writer& out) {
            reason(out, action, web::Requirement::required);
            button(out, text, tone);
        });
    }

    void returning()
    {
        const auto action = returning_path(m_part.code);
        form("Trả lại", action, [&](Writer& out) {
            reason(out, action, web::Requirement::optional);
            const bool has_any = std::ranges::any_of(m_part.typed, [](const auto& one) {
                return one.first.starts_with(remark_prefix) && !one.second.empty();
            });
            out({"<details class=\"quiet-details\"", html::when(has_any, " open"),
                 "><summary>Ý kiến theo từng chỉ tiêu, bảng, lời văn</summary>"});
            for (const auto* part : m_part.parts) {
                const auto name = std::string{remark_prefix} + key_of(*part);
                const auto value = typed(name);
                web::text_field(out, {.name = name,
                                      .label = text_of(*part),
                                      .value = value,
                                      .error = m_part.fault.at(key_of(*part)),
                                      .requirement = web::Requirement::optional});
            }
            out({"</details>"});
            const auto remarking = remarking_path(m_part.code);
            web::form_actions(out, [&](Writer& buttons) {
                web::submit_button(buttons, {.text = "Trả lại", .tone = web::Tone::warning});
                web::submit_button(buttons, {.text = "Chỉ nêu ý kiến, không trả lại",
                                             .emphasis = web::Emphasis::secondary,
                                             .action = remarking});
            });
        });
    }

    void extending()
    {
        const auto action = extending_path(m_part.code);
        form("Mở khóa có thời hạn", action, [&](Writer& out) {
            const auto value = typed(until_field);
            web::date_field(out, {.name = until_field,
                                  .label = "Cho sửa đến hết ngày",
                                  .value = value,
                                  .error = m_part.fault.at(until_field)});
            reason(out, action, web::Requirement::required);
            button(out, "Mở khóa", web::Tone::warning);
        });
    }

    void correcting()
    {
        const auto path = correcting_path(m_part.code);
        m_out(
            {"<h3>Điều chỉnh</h3><p>Báo cáo đã khóa. Số liệu sai hoặc đến sau thì gửi bản điều "
             "chỉnh có lý do; bản đã gửi vẫn giữ nguyên để đối chiếu.</p>"});
        web::link_button(m_out, {.text = "Lập bản điều chỉnh", .path = path});
    }

    Writer& m_out;
    const Context& m_context;
    const FlowPart& m_part;
};

void submission_table(Writer& out, const FlowPart& part)
{
    if (part.sent.empty()) return;
    constexpr std::array columns{web::Column{.name = "Lần gửi"}, web::Column{.name = "Lúc"},
                                 web::Column{.name = "Biên nhận"}, web::Column{.name = "SHA-256"},
                                 web::Column{.name = "So với lần trước"}};
    web::table(out, {.caption = "Các lần gửi", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : part.sent) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                const auto path = submission_path(part.code, one.number);
                cell(
                    {"<a href=\"", html::url(path), "\">Lần ", std::to_string(one.number), "</a>"});
                if (one.kind == correction_kind) cell({" (điều chỉnh)"});
            });
            rows.cell(vietnamese_moment(one.sent_at));
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(receipt_path(one.code)), "\">", one.code, "</a>"});
            });
            rows.cell(
                [&](Writer& cell) { cell({"<code class=\"hash\">", one.sha256, "</code>"}); });
            rows.cell([&](Writer& cell) {
                if (one.number == 1) return;
                const auto path = comparison_path(part.code, one.number - 1, one.number);
                cell({"<a href=\"", html::url(path), "\">Xem chỗ khác của lần ",
                      std::to_string(one.number), "</a>"});
            });
            rows.end();
        }
    });
}

void step_list(Writer& out, const FlowPart& part)
{
    if (part.steps.empty()) return;
    out({"<h3>Đã làm gì với báo cáo</h3><ul>"});
    for (const auto& [step, agency] : part.steps) {
        out({"<li>", vietnamese_moment(step.taken_at), ": ", label_of(step.kind), ", ", agency});
        if (!step.text.empty()) out({". ", step.text});
        out({"</li>"});
    }
    out({"</ul>"});
}

void remark(Writer& out, const Context& context, const FlowPart& part, const ShownRemark& one)
{
    out({"<li><b>", one.part, "</b>: ", one.text, " (", one.agency, ")"});
    if (part.may_settle) {
        const auto number = std::to_string(one.number);
        const std::array values{web::HiddenValue{remark_number_field, number}};
        const auto action = remark_settling_path(part.code);
        const auto text = "Đã xong ý kiến " + number;
        out({" "});
        web::post_button(out, {.text = text,
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .emphasis = web::Emphasis::tertiary,
                               .values = values,
                               .is_small = true});
    }
    out({"</li>"});
}

}  // namespace

void remark_part(Writer& out, const Context& context, const FlowPart& part)
{
    const auto is_open = [](const ShownRemark& one) { return !one.is_settled; };
    const auto open = std::ranges::count_if(part.remarks, is_open);
    if (open > 0) {
        out({"<h2>Ý kiến của nơi nhận</h2><ul>"});
        for (const auto& one : part.remarks)
            if (!one.is_settled) remark(out, context, part, one);
        out({"</ul>"});
    }
    const auto settled = std::ssize(part.remarks) - open;
    if (settled == 0) return;
    out({"<details class=\"quiet-details\"><summary>Ý kiến đã xong (", std::to_string(settled),
         ")</summary><ul>"});
    for (const auto& one : part.remarks)
        if (one.is_settled) out({"<li>", one.part, ": ", one.text, " (", one.agency, ")</li>"});
    out({"</ul></details>"});
}

void flow_part(Writer& out, const Context& context, const FlowPart& part)
{
    out({"<section id=\"gui\"><h2>Gửi và xử lý</h2>"});
    FlowWriter{out, context, part}.actions();
    submission_table(out, part);
    step_list(out, part);
    out({"</section>"});
}

}  // namespace caicach::report
