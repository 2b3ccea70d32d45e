#include "plan/form_views.hpp"

#include <fmt/format.h>

#include "calendar/date.hpp"
#include "web/components/feedback.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::int64_t offset_seconds = 7 * 60 * 60;  // Vietnam has no summer time
constexpr std::int64_t day_seconds = 24 * 60 * 60;

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
        errors.push_back({id, texts.emplace_back(context.message(error))});
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
