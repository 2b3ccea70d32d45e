#include "obligation/assignment/assignment_views.hpp"

#include "obligation/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::obligation
{

void assignment_form(html::Writer& out, const Context& context, const Obligation& obligation,
                     const AssignmentPart& part, const web::Fault& fault)
{
    if (part.people.empty() || !obligation.is_owed()) return;
    std::vector<web::Choice> choices;
    choices.reserve(part.people.size());
    for (const auto& person : part.people)
        choices.push_back({.value = person.code,
                           .label = person.name,
                           .is_chosen = person.id == obligation.assigned_to});
    const auto action = assignment_path(obligation.code);
    out({"<h2>Giao cho người trong cơ quan</h2>"});
    web::form(
        out, {.action = action, .csrf = context.surroundings().csrf}, [&](html::Writer& fields) {
            web::select_field(fields, {.field = {.name = "officer",
                                                 .label = "Người làm",
                                                 .error = fault.at("officer"),
                                                 .requirement = web::Requirement::optional},
                                       .choices = choices,
                                       .none_text = "Chưa giao riêng ai"});
            if (part.has_later)
                web::checkbox_field(fields, {.field = {.name = "later",
                                                       .label = "Giao cả các kỳ sau của việc này",
                                                       .requirement = web::Requirement::optional}});
            web::submit_button(fields, {.text = "Giao việc", .emphasis = web::Emphasis::secondary});
        });
}

}  // namespace caicach::obligation
