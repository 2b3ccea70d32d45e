#include "outgoing/document/document_form_views.hpp"

#include <array>
#include <utility>

#include "once/once.hpp"
#include "outgoing/document/document_request.hpp"
#include "outgoing/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"

namespace caicach::outgoing
{
namespace
{

using html::Writer;

void kind_field(Writer& fields, const DocumentFormPage& page)
{
    std::vector<web::Choice> choices;
    choices.reserve(page.kinds.size());
    for (const auto& kind : page.kinds)
        choices.push_back({.value = kind.key,
                           .label = kind.name,
                           .is_chosen = page.form.value("kind") == kind.key});
    web::select_field(
        fields, {.field = {.name = "kind", .label = "Loại văn bản", .error = page.fault.at("kind")},
                 .choices = choices});
}

void signer_field(Writer& fields, const DocumentFormPage& page)
{
    std::vector<std::string> ids;
    ids.reserve(page.signers.size());
    for (const auto& one : page.signers) ids.push_back(std::to_string(one.signer.value));
    std::vector<web::Choice> choices;
    choices.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        choices.push_back({.value = ids[i],
                           .label = page.signers[i].text,
                           .is_chosen = page.form.value("signer") == ids[i]});
    web::select_field(fields, {.field = {.name = "signer",
                                         .label = "Người ký",
                                         .hint = "Danh sách lấy ở trang Người ký văn bản.",
                                         .error = page.fault.at("signer"),
                                         .requirement = web::Requirement::optional},
                               .choices = choices,
                               .none_text = "Chưa chọn"});
}

void urgency_field(Writer& fields, const DocumentFormPage& page)
{
    std::vector<web::Choice> choices;
    for (const auto& word : urgency_words())
        choices.push_back({.value = word.key,
                           .label = word.text,
                           .is_chosen = page.form.value("urgency") == word.key});
    web::select_field(
        fields,
        {.field = {.name = "urgency", .label = "Độ khẩn", .error = page.fault.at("urgency")},
         .choices = choices});
}

void words_fields(Writer& fields, const DocumentFormPage& page)
{
    if (page.has_body()) kind_field(fields, page);
    web::text_field(fields, {.name = "subject",
                             .label = "Trích yếu",
                             .value = page.form.value("subject"),
                             .hint = "Ví dụ: Kết quả tuyên truyền cải cách hành chính quý I năm "
                                     "2026. Không nhập nội dung bí mật nhà nước.",
                             .error = page.fault.at("subject")});
    web::text_area(fields, {.name = "addressees",
                            .label = "Kính gửi",
                            .value = page.form.value("addressees"),
                            .hint = "Mỗi nơi một dòng. Thông báo, quyết định thì để trống.",
                            .error = page.fault.at("addressees"),
                            .requirement = web::Requirement::optional});
    if (!page.has_body()) return;
    web::text_area(fields, {.name = "body",
                            .label = "Nội dung",
                            .value = page.form.value("body"),
                            .hint = "Mỗi dòng một đoạn. Dòng bắt đầu bằng # là đề mục, bằng “Căn "
                                    "cứ” là căn cứ ban hành.",
                            .error = page.fault.at("body")});
}

void list_field(Writer& fields, const DocumentFormPage& page)
{
    if (page.lists.empty()) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.lists.size());
    for (const auto& one : page.lists)
        choices.push_back({.value = one.code,
                           .label = one.name,
                           .is_chosen = page.form.value("list") == one.code});
    web::select_field(fields, {.field = {.name = "list",
                                         .label = "Thêm nơi nhận theo danh sách",
                                         .hint = "Các nơi của danh sách được thêm vào Nơi nhận khi "
                                                 "lưu.",
                                         .error = page.fault.at("list"),
                                         .requirement = web::Requirement::optional},
                               .choices = choices,
                               .none_text = "Không thêm"});
}

void fields_of(Writer& fields, const DocumentFormPage& page)
{
    words_fields(fields, page);
    web::text_area(fields, {.name = "recipients",
                            .label = "Nơi nhận",
                            .value = page.form.value("recipients"),
                            .hint = "Mỗi nơi một dòng, dòng cuối là “Lưu: VT”.",
                            .error = page.fault.at("recipients"),
                            .requirement = web::Requirement::optional});
    list_field(fields, page);
    signer_field(fields, page);
    urgency_field(fields, page);
}

void agency_field(Writer& fields, const DocumentFormPage& page)
{
    if (page.document) return;
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& one : page.agencies)
        choices.push_back(
            {.value = one.code, .label = one.name, .is_chosen = one.id == page.agency.id});
    if (choices.size() < 2) {
        web::hidden(fields, {.name = "agency", .value = page.agency.code});
        return;
    }
    web::combobox_field(
        fields,
        {.field = {.name = "agency", .label = "Cơ quan ban hành", .error = page.fault.at("agency")},
         .choices = choices});
}

}  // namespace

http::Response document_form_page(const Context& context, const DocumentFormPage& page)
{
    const auto title = page.document ? "Sửa dự thảo" : "Soạn văn bản đi";
    auto frame = web::frame_of(context, title);
    frame.crumbs = {{"Văn bản đi", register_path()}};
    const auto action =
        page.document ? document_path(page.document->code, "noi-dung") : register_path();
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = title, .caption = page.agency.name});
            web::form(out,
                      {.action = action,
                       .csrf = context.surroundings().csrf,
                       .takes_files = true,  // as a form that keeps its draft is sent
                       .keeps_draft = true,
                       .taken_keys = page.taken_keys},
                      [&](Writer& fields) {
                          web::hidden(fields, {.name = once::field, .value = page.key});
                          web::hidden(fields,
                                      {.name = "version", .value = page.form.value("version")});
                          agency_field(fields, page);
                          fields_of(fields, page);
                          web::form_actions(fields, [&](Writer& buttons) {
                              web::submit_button(buttons, {.text = "Lưu dự thảo"});
                          });
                      });
        },
        page.fault.status);
}

}  // namespace caicach::outgoing
