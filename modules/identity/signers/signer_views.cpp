#include "identity/signers/signer_views.hpp"

#include <algorithm>
#include <array>

#include "http/percent.hpp"
#include "identity/agency_field_views.hpp"
#include "identity/form_fault_views.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

void block(Writer& out, const Signer& signer, const std::vector<SigningForm>& forms)
{
    const auto lines = signature_block(signer, forms);
    if (!lines) return;
    out({"<div class=\"signature\">"});
    for (const auto& line : lines->lines) out({"<p><strong>", line, "</strong></p>"});
    out({"<p class=\"signature__name\"><strong>", lines->name, "</strong></p></div>"});
}

std::string days_of(const organisation::Validity& validity)
{
    if (!validity.to) return "Từ " + validity.from.vietnamese();
    return validity.from.vietnamese() + " – " + validity.to->vietnamese();
}

std::string_view text_of(const std::vector<SigningForm>& forms, std::string_view key)
{
    const auto found = std::ranges::find(forms, key, &SigningForm::key);
    return found == forms.end() ? key : std::string_view(found->text);
}

void actions(Writer& cell, const Context& context, const SignersPage& page, const Signer& signer)
{
    const auto today = context.today();
    if (signer.validity.to && *signer.validity.to < today) {
        web::tag(cell, {.text = "Đã hết", .tone = web::Tone::neutral});
        return;
    }
    if (!page.may_change) return;
    const auto id = std::to_string(signer.id.value);
    const auto action = signer_ends_path();
    const std::array values{web::HiddenValue{.name = "signer", .value = id},
                            web::HiddenValue{.name = "agency", .value = page.agency.code}};
    web::post_button(cell, {.text = "Thôi ký",
                            .action = action,
                            .csrf = context.surroundings().csrf,
                            .values = values,
                            .is_small = true});
}

void table(Writer& out, const Context& context, const SignersPage& page)
{
    if (page.signers.empty()) {
        out({"<p>Chưa ghi ai ký văn bản của cơ quan này.</p>"});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Người ký"},
                                 web::Column{.name = "Thể thức trên văn bản"},
                                 web::Column{.name = "Thời gian"}, web::Column{.name = "Căn cứ"},
                                 web::Column{.name = "Thao tác"}};
    web::table(out, {.caption = "Người ký văn bản", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& signer : page.signers) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({signer.name, "<br>", text_of(page.forms, signer.form)});
                if (!signer.matters.empty()) cell({": ", signer.matters});
            });
            rows.cell([&](Writer& cell) { block(cell, signer, page.forms); });
            rows.cell(days_of(signer.validity));
            rows.cell(signer.document);
            rows.cell([&](Writer& cell) { actions(cell, context, page, signer); });
            rows.end();
        }
    });
}

struct TextField {
    std::string_view name{};
    std::string_view label{};
    std::string_view hint{};
    web::Requirement requirement{web::Requirement::optional};
};
constexpr std::array text_fields{
    TextField{"name", "Họ tên người ký", "Không ghi học hàm, học vị.", web::Requirement::required},
    TextField{"collective", "Ký thay mặt",
              "Tên tập thể sau chữ TM., ví dụ: Ủy ban nhân dân. Để trống nếu ký với tư cách người "
              "đứng đầu.",
              web::Requirement::optional},
    TextField{"head_title", "Chức vụ của người đứng đầu", "Ví dụ: Chủ tịch, Giám đốc",
              web::Requirement::required},
    TextField{"own_title", "Chức vụ của người ký",
              "Khi ký thay, thừa lệnh, thừa ủy quyền. Ví dụ: Phó Chủ tịch",
              web::Requirement::optional},
    TextField{"matters", "Văn bản được ký", "Lĩnh vực hoặc loại văn bản. Để trống: mọi văn bản.",
              web::Requirement::optional},
    TextField{"document", "Căn cứ", "Quyết định, quy chế hoặc văn bản ủy quyền: số, ký hiệu, ngày.",
              web::Requirement::optional},
};

void date_fields(Writer& fields, const SignersPage& page, const FormFaults& faults)
{
    web::date_field(fields, {.name = "from",
                             .label = "Từ ngày",
                             .value = page.form.value("from"),
                             .error = faults.at("from")});
    web::date_field(fields, {.name = "to",
                             .label = "Đến hết ngày",
                             .value = page.form.value("to"),
                             .hint = "Ký thừa ủy quyền phải có hạn.",
                             .error = faults.at("to"),
                             .requirement = web::Requirement::optional});
}

void add_form(Writer& out, const Context& context, const SignersPage& page,
              const FormFaults& faults)
{
    std::vector<web::Choice> forms;
    for (const auto& form : page.forms) {
        if (form.key == "collective") continue;
        forms.push_back({.value = form.key,
                         .label = form.text,
                         .hint = form.mark,
                         .is_chosen = page.form.value("form") == form.key});
    }
    out({"<h2>Thêm người ký</h2>"});
    if (page.preview) {
        out({"<h3>Xem trước</h3>"});
        block(out, *page.preview, page.forms);
    }
    const auto action = signers_path();
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        web::radio_field(
            fields, {.field = {.name = "form", .label = "Hình thức", .error = faults.at("form")},
                     .choices = forms});
        for (const auto& field : text_fields)
            web::text_field(fields, {.name = field.name,
                                     .label = field.label,
                                     .value = page.form.value(field.name),
                                     .hint = field.hint,
                                     .error = faults.at(field.name),
                                     .requirement = field.requirement});
        date_fields(fields, page, faults);
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = "Lưu"});
            web::submit_button(buttons, {.text = "Xem trước",
                                         .emphasis = web::Emphasis::secondary,
                                         .name = "preview",
                                         .value = "1"});
        });
    });
}

void agency_filter(Writer& out, const SignersPage& page)
{
    if (page.agencies.size() < 2) return;
    const auto action = signers_path();
    web::filter_form(out, {.action = action, .label = "Chọn cơ quan", .submit_text = "Xem"},
                     [&](Writer& fields) {
                         agency_field(
                             fields, {.agencies = page.agencies},
                             {.name = "co-quan", .label = "Cơ quan", .value = page.agency.code});
                     });
}

}  // namespace

std::string signers_path(const organisation::AgencySummary& agency)
{
    return signers_path() + "?co-quan=" + http::percent_encoded(agency.code);
}

http::Response signers_page(const Context& context, const SignersPage& page)
{
    auto frame = web::frame_of(context, "Người ký văn bản");
    const FormFaults faults(context, page.form);
    const auto content = [&](Writer& out) {
        faults.summary(out);
        web::page_title(out, {.title = "Người ký văn bản",
                              .caption = page.agency.name,
                              .lead = "Ai ký văn bản của cơ quan, theo hình thức nào, trong thời "
                                      "gian nào (Nghị định 30/2020/NĐ-CP, Điều 13)."});
        agency_filter(out, page);
        table(out, context, page);
        if (page.may_change) add_form(out, context, page, faults);
    };
    return web::show(frame, content, faults.status());
}

}  // namespace caicach::identity
