#include "obligation/uncounting_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

/// Owns what a choice shows.
struct FactChoice {
    std::string id{};
    std::string label{};
};

std::vector<FactChoice> choices_of(const std::vector<evidence::RecordedFact>& facts)
{
    std::vector<FactChoice> all;
    all.reserve(facts.size());
    for (const auto& fact : facts)
        all.push_back({std::to_string(fact.id.value),
                       fact.title + " (" + fact.happened_on.vietnamese() + ")"});
    return all;
}

void choose_fact(Writer& out, const web::Field& field,
                 const std::vector<evidence::RecordedFact>& facts, std::string_view chosen)
{
    const auto shown = choices_of(facts);
    std::vector<web::Choice> choices;
    choices.reserve(shown.size());
    for (const auto& one : shown)
        choices.push_back({.value = one.id, .label = one.label, .is_chosen = one.id == chosen});
    web::select_field(out, {.field = field, .choices = choices});
}

void again_button(Writer& out, const Context& context, std::string_view code,
                  const evidence::RecordedFact& fact)
{
    const auto id = std::to_string(fact.id.value);
    const std::array values{web::HiddenValue{.name = "fact", .value = id}};
    const auto action = count_again_path(code);
    out({"<br>"});
    web::post_button(out, {.text = "Tính lại cho việc này",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .values = values,
                           .is_small = true});
}

void undone_table(Writer& out, const Context& context, std::string_view code,
                  const UncountingPart& part)
{
    constexpr std::array columns{web::Column{.name = "Kết quả"},
                                 web::Column{.name = "Vì sao không tính"},
                                 web::Column{.name = "Ý kiến của cơ quan"}};
    web::table(out, {.caption = "Vẫn được tính cho việc khác nếu hợp", .columns = columns},
               [&](web::Rows& rows) {
                   for (const auto& [undone, fact, agency] : part.undone) {
                       const auto path = evidence::fact_path(fact);
                       rows.begin();
                       rows.cell([&](Writer& cell) {
                           cell({"<a href=\"", html::url(path), "\">", fact.title, "</a>"});
                       });
                       rows.cell([&](Writer& cell) {
                           cell({undone.reason, " <small>", agency, ", ",
                                 vietnamese_moment(undone.decided_at), "</small>"});
                           if (part.may_judge) again_button(cell, context, code, fact);
                       });
                       rows.cell(undone.answer);
                       rows.end();
                   }
               });
}

void answer_form(Writer& out, const Context& context, std::string_view code,
                 const UncountingPart& part, const web::Fault& fault)
{
    std::vector<evidence::RecordedFact> facts;
    facts.reserve(part.undone.size());
    for (const auto& shown : part.undone) facts.push_back(shown.fact);
    const auto action = uncount_answer_path(code);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        choose_fact(fields,
                    {.name = "answered_fact",
                     .label = "Kết quả không được tính",
                     .error = fault.at("answered_fact")},
                    facts, part.fact);
        web::text_field(fields, {.name = "uncount_answer",
                                 .label = "Ý kiến của cơ quan",
                                 .value = part.answer,
                                 .hint = "Người đã loại kết quả nhận được ngay.",
                                 .error = fault.at("uncount_answer"),
                                 .length_max = limits::reason_length_max});
        web::submit_button(fields, {.text = "Gửi ý kiến", .emphasis = web::Emphasis::secondary});
    });
}

}  // namespace

void uncounted_part(Writer& out, const Context& context, std::string_view code,
                    const UncountingPart& part, const web::Fault& fault)
{
    if (part.undone.empty()) return;
    out({"<h2>Kết quả không tính cho việc này</h2>"});
    undone_table(out, context, code, part);
    if (part.may_answer) answer_form(out, context, code, part, fault);
}

void uncount_form(Writer& out, const Context& context, std::string_view code,
                  const UncountingPart& part, const std::vector<evidence::RecordedFact>& counting,
                  const web::Fault& fault)
{
    if (!part.may_judge || counting.empty()) return;
    const auto action = uncount_path(code);
    out({"<details class=\"quiet-details\"", html::when(part.is_refused, " open"),
         "><summary>Không tính một kết quả cho việc này</summary>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        choose_fact(fields, {.name = "fact", .label = "Kết quả", .error = fault.at("fact")},
                    counting, part.fact);
        web::text_field(fields, {.name = "uncount_reason",
                                 .label = "Vì sao không tính cho việc này",
                                 .value = part.reason,
                                 .hint = "Cơ quan đọc được và trả lời được. Kết quả vẫn tính cho "
                                         "các việc khác.",
                                 .error = fault.at("uncount_reason"),
                                 .length_max = limits::reason_length_max});
        web::submit_button(
            fields, {.text = "Không tính cho việc này", .emphasis = web::Emphasis::secondary});
    });
    out({"</details>"});
}

}  // namespace caicach::obligation
