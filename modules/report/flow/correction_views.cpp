#include "report/flow/correction_views.hpp"

#include <algorithm>

#include "once/once.hpp"
#include "report/filling/cell.hpp"
#include "report/filling/filling_form.hpp"
#include "report/flow/flow_views.hpp"
#include "report/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

/// The fields of the form; keeps what each of them showed, to be sent along.
class Fields
{
public:
    Fields(Writer& out, const CorrectionPage& page) : m_out(out), m_page(page) {}

    void write()
    {
        for (const auto& section : m_page.filled.definition->sections) {
            if (!has_fields(section)) continue;
            m_out({"<h3>", section.title, "</h3>"});
            for (const auto& part : section.parts) {
                if (const auto* one = std::get_if<Indicator>(&part)) number(*one);
                if (const auto* one = std::get_if<Narrative>(&part)) words(*one);
            }
        }
        const auto base = base_text(m_shown);
        web::hidden(m_out, {.name = base_field, .value = base});
    }

private:
    static bool is_written(const Part& part)
    {
        const auto* indicator = std::get_if<Indicator>(&part);
        if (indicator != nullptr) return indicator->source != Source::computed;
        return std::holds_alternative<Narrative>(part);
    }

    static bool has_fields(const Section& section)
    {
        return std::ranges::any_of(section.parts, is_written);
    }

    std::string value_of(const std::string& control, std::string kept)
    {
        m_shown.push_back({control, kept});
        const auto typed = m_page.typed.find(control);
        return typed == m_page.typed.end() ? std::move(kept) : typed->second;
    }

    [[nodiscard]] std::string error_at(std::string_view field) const
    {
        const auto found = std::ranges::find(m_page.refused, field, &Fault::field);
        return found == m_page.refused.end() ? std::string{} : found->text;
    }

    void field(const std::string& cell, const std::string& label, const std::string& hint,
               std::string kept, std::string_view unit)
    {
        const auto control = control_name(cell, 0);
        const auto value = value_of(control, std::move(kept));
        const auto error = error_at(cell);
        web::number_field(m_out, {.field = {.name = control,
                                            .label = label,
                                            .value = value,
                                            .hint = hint,
                                            .error = error,
                                            .requirement = web::Requirement::optional},
                                  .unit = unit});
    }

    [[nodiscard]] std::string hint_of(const Indicator& indicator) const
    {
        std::string hint;
        if (const auto* sent = m_page.sent.number(indicator.key))
            hint = "Đã gửi: " + shown(indicator, sent->sent) + ".";
        const auto* now = m_page.filled.indicator(indicator.key);
        if (now != nullptr && now->computed) {
            if (!hint.empty()) hint += " ";
            hint += "Hệ thống tính hôm nay: " + shown(indicator, now->computed->amount) +
                    "; để trống thì lấy số này.";
        }
        return hint;
    }

    void number(const Indicator& indicator)
    {
        if (indicator.source == Source::computed) return;
        const auto hint = hint_of(indicator);
        if (indicator.adding == Adding::ratio) {
            const auto denominator = indicator.key + std::string{denominator_part};
            field(indicator.key, indicator.text + ", tử số", hint, half(indicator.key), {});
            field(denominator, indicator.text + ", mẫu số", {}, half(denominator), {});
            return;
        }
        const auto* now = m_page.filled.indicator(indicator.key);
        auto kept = now != nullptr && now->typed ? shown(now->typed->numerator) : std::string{};
        field(indicator.key, indicator.text, hint, std::move(kept), indicator.unit);
    }

    [[nodiscard]] std::string half(const std::string& cell) const
    {
        const auto found = m_page.filled.halves.find(cell);
        return found == m_page.filled.halves.end() ? std::string{} : shown(found->second);
    }

    void words(const Narrative& narrative)
    {
        const auto found = m_page.filled.texts.find(narrative.key);
        const auto control = control_name(narrative.key, 0);
        const auto value =
            value_of(control, found == m_page.filled.texts.end() ? std::string{} : found->second);
        const auto error = error_at(narrative.key);
        web::text_area(m_out, {.name = control,
                               .label = narrative.text,
                               .value = value,
                               .error = error,
                               .requirement = web::Requirement::optional,
                               .length_max = narrative.length_max});
    }

    Writer& m_out;
    const CorrectionPage& m_page;
    std::vector<http::Field> m_shown{};
};

std::string typed(const CorrectionPage& page, std::string_view name)
{
    const auto found = page.typed.find(name);
    return found == page.typed.end() ? std::string{} : found->second;
}

void correction_form(Writer& out, const Context& context, const CorrectionPage& page)
{
    const auto action = correcting_path(page.head.report);
    const web::Form form{
        .action = action, .csrf = context.surroundings().csrf, .keeps_draft = true};
    web::form(out, form, [&](Writer& fields) {
        web::hidden(fields, {.name = seen_field, .value = page.last.code});
        web::hidden(fields, {.name = once::field, .value = page.key});
        Fields{fields, page}.write();
        fields({"<h3>Gửi bản điều chỉnh</h3>"});
        const auto reason = typed(page, reason_field);
        web::text_area(
            fields,
            {.name = reason_field,
             .label = "Lý do điều chỉnh",
             .value = reason,
             .hint = "Nơi nhận và người xem báo cáo đọc được lý do này. Không ghi tên người.",
             .error = page.fault.at(reason_field)});
        web::checkbox_field(fields, {.field = {.name = no_secret_field,
                                               .label = "Báo cáo không có nội dung bí mật nhà nước",
                                               .error = page.fault.at(no_secret_field)}});
        web::form_actions(fields, [](Writer& buttons) {
            web::submit_button(buttons, {.text = "Gửi bản điều chỉnh"});
        });
    });
}

}  // namespace

http::Response correction_page(const Context& context, const CorrectionPage& page)
{
    auto frame = web::frame_of(context, "Điều chỉnh: " + page.head.form);
    frame.crumbs = {{"Báo cáo", reports_path()}, {page.head.form, report_path(page.head.report)}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Điều chỉnh báo cáo",
                                  .caption = page.head.caption,
                                  .lead = "Báo cáo đã khóa. Bản đã gửi giữ nguyên; bản điều chỉnh "
                                          "có biên nhận riêng và được kiểm tra, phê duyệt lại."});
            if (!page.filled.definition->secrecy_notice.empty())
                web::notice(out, {.tone = web::Tone::warning,
                                  .text = page.filled.definition->secrecy_notice});
            out({"<h2>Nếu gửi ngay bây giờ</h2>"});
            const auto caption = "Khác lần gửi " + std::to_string(page.last.number);
            difference_table(out, caption, page.differences);
            out({"<h2>Sửa số liệu, lời văn</h2>"});
            correction_form(out, context, page);
        },
        page.status);
}

}  // namespace caicach::report
