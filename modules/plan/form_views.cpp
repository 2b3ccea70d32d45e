#include "plan/form_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "calendar/date.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::int64_t offset_seconds = 7 * 60 * 60;  // Vietnam has no summer time
constexpr std::int64_t day_seconds = 24 * 60 * 60;

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> field_labels{
    {{"kind", "Loại"},
     {"meaning", "Cơ quan"},
     {"name", "Tên"},
     {"title", "Nội dung"},
     {"path", "Số thứ tự"},
     {"year", "Năm của kế hoạch"},
     {"issuer", "Cơ quan ban hành"},
     {"number", "Số, ký hiệu"},
     {"issued_on", "Ngày ban hành"},
     {"coordinator", "Cơ quan điều phối"},
     {"recipients", "Nơi nhận"},
     {"reference_date", "Căn cứ, ngày"},
     {"file", "Tệp kế hoạch"},
     {"from", "Từ ngày"},
     {"to", "Đến ngày"},
     {"due", "Thời hạn"},
     {"every", "Kỳ lặp lại"},
     {"day", "Ngày trong kỳ"},
     {"quota_count", "Số lượng"},
     {"quota_unit", "Đơn vị"},
     {"quota_per", "Kỳ của số lượng"},
     {"metric_value", "Mức phải đạt"}}};

/// "quota_count_0" is of the same name as all rows.
std::string_view label_of(std::string_view field)
{
    const auto last = field.find_last_not_of("0123456789");
    if (last != std::string_view::npos && last + 1 < field.size() && field[last] == '_') {
        field = field.substr(0, last);
    }
    const auto found =
        std::ranges::find(field_labels, field, [](const auto& row) { return row.first; });
    return found == field_labels.end() ? std::string_view{} : found->second;
}

/// In a list of faults each says which field it is about, unless its sentence does.
std::string with_label(std::string_view field, std::string message)
{
    const auto label = label_of(field);
    const auto folded = text::fold(message);
    if (label.empty() || folded.find(text::fold(label)) != std::string::npos) return message;
    if (message.starts_with("Hãy")) message[0] = 'h';
    return std::string{label} + ": " + message;
}

}  // namespace

std::string fault_of(const Context& context, const http::Form& form, std::string_view field)
{
    const auto* error = form.error_of(field);
    return error == nullptr ? std::string{} : context.message(*error);
}

void write_faults(html::Writer& out, const Context& context, const http::Form& form,
                  std::string_view prefix)
{
    std::vector<std::string> texts;
    texts.reserve(form.errors().size() * 2);
    std::vector<web::FieldError> errors;
    for (const auto& error : form.errors()) {
        const std::string_view id = error.field.empty()
                                        ? std::string_view{}
                                        : texts.emplace_back(std::string{prefix} + error.field);
        errors.push_back({id, texts.emplace_back(with_label(error.field, context.message(error)))});
    }
    web::error_summary(out, errors);
}

void write_news(html::Writer& out, const std::vector<http::Field>& news)
{
    for (const auto& field : news) {
        out({"<data data-news=\"", field.name, "\" value=\"", field.value, "\"></data>"});
    }
}

std::string moment(Instant at)
{
    const auto seconds = at.microseconds / 1'000'000 + offset_seconds;
    const auto of_day = seconds % day_seconds;
    return fmt::format("{:02}:{:02} ngày {}", of_day / 3600, of_day / 60 % 60,
                       Date::of(at).vietnamese());
}

}  // namespace caicach::plan
