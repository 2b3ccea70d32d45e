#include "channel/media/placement_fields_views.hpp"

#include "channel/media/limits.hpp"
#include "web/components/fields.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view outlets_list = "noi-dang";

void kind_field(html::Writer& out, const PlacementFields& fields)
{
    if (fields.kinds.empty()) return;
    std::vector<web::Choice> choices;
    choices.reserve(fields.kinds.size());
    for (const auto& one : fields.kinds)
        choices.push_back({.value = one.key,
                           .label = one.text,
                           .is_chosen = fields.form.value("kind") == one.key});
    web::select_field(out,
                      {.field = {.name = "kind", .label = "Loại", .error = fields.fault.at("kind")},
                       .choices = choices});
}

void outlet_fields(html::Writer& out, const PlacementFields& fields)
{
    std::vector<std::string> names;
    names.reserve(fields.outlets.size());
    for (const auto& one : fields.outlets)
        if (one.is_active) names.push_back(one.name);
    web::names_list(out, outlets_list, names);
    web::text_field(out, {.name = "outlet",
                          .label = "Báo, đài, trang đăng",
                          .value = fields.form.value("outlet"),
                          .error = fields.fault.at("outlet"),
                          .length_max = media_limits::outlet_length_max,
                          .list_id = outlets_list});
    const bool is_new = !fields.fault.at("outlet").empty();
    if (!is_new && !fields.form.has("adds_outlet", "1")) return;
    web::checkbox_field(out, {.field = {.name = "adds_outlet",
                                        .label = "Thêm tên này vào danh mục báo, đài, trang đăng",
                                        .requirement = web::Requirement::optional},
                              .is_checked = fields.form.has("adds_outlet", "1")});
}

void proof_fields(html::Writer& out, const PlacementFields& fields)
{
    web::text_field(out, {.name = "link",
                          .label = "Liên kết đến bài, chương trình",
                          .value = fields.form.value("link"),
                          .hint = "Có liên kết hoặc ảnh là đủ.",
                          .error = fields.fault.at("link"),
                          .requirement = web::Requirement::optional,
                          .length_max = media_limits::link_length_max});
    web::file_field(out, {.field = {.name = "proof",
                                    .label = "Ảnh chụp hoặc tệp PDF",
                                    .error = fields.fault.at("proof"),
                                    .requirement = web::Requirement::optional},
                          .accept = ".pdf,.jpg,.jpeg,.png,.webp",
                          .bytes_max = media_limits::file_bytes_max});
    web::text_field(out, {.name = "article",
                          .label = "Từ bài nào trên cổng",
                          .value = fields.form.value("article"),
                          .hint = "Chép địa chỉ bài đã đăng, nếu lần này lấy từ đó.",
                          .error = fields.fault.at("article"),
                          .requirement = web::Requirement::optional,
                          .length_max = media_limits::address_length_max});
}

}  // namespace

http::Form form_of(const Placement& placement, const std::string& article)
{
    http::Form form;
    form.set("outlet", placement.outlet_name);
    form.set("happened_on", placement.happened_on.vietnamese());
    form.set("title", placement.title);
    if (placement.minutes > 0) form.set("minutes", std::to_string(placement.minutes));
    form.set("link", placement.link);
    form.set("article", article);
    return form;
}

void placement_fields(html::Writer& out, const PlacementFields& fields)
{
    kind_field(out, fields);
    outlet_fields(out, fields);
    web::date_field(out, {.name = "happened_on",
                          .label = "Ngày đăng, phát",
                          .value = fields.form.value("happened_on"),
                          .error = fields.fault.at("happened_on")});
    web::text_field(out, {.name = "title",
                          .label = "Tên bài, chương trình",
                          .value = fields.form.value("title"),
                          .error = fields.fault.at("title"),
                          .length_max = media_limits::title_length_max});
    web::number_field(out, {.field = {.name = "minutes",
                                      .label = "Thời lượng",
                                      .value = fields.form.value("minutes"),
                                      .hint = "Chỉ với phát thanh, truyền hình.",
                                      .error = fields.fault.at("minutes"),
                                      .requirement = web::Requirement::optional},
                            .unit = "phút"});
    proof_fields(out, fields);
}

}  // namespace caicach::channel
