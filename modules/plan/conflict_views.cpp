#include "plan/conflict_views.hpp"

#include <algorithm>

#include "plan/draft_views.hpp"
#include "plan/form_views.hpp"
#include "plan/merging.hpp"
#include "web/components/forms.hpp"
#include "web/components/review_parts.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

constexpr int conflict_status = 409;

std::vector<web::Fact> facts_of_rows(const ComparedRows& rows)
{
    std::vector<web::Fact> facts;
    facts.reserve(rows.size());
    for (const auto& row : rows) facts.push_back({row.first, row.second});
    return facts;
}

void write_conflict(Writer& out, const Context& context, const Conflict& conflict)
{
    const auto time = moment(conflict.when);
    const auto my_rows = differing(conflict.mine, conflict.theirs);
    const auto their_rows = differing(conflict.theirs, conflict.mine);
    const auto mine = facts_of_rows(my_rows);
    const auto theirs = facts_of_rows(their_rows);
    std::vector<web::HiddenValue> values;
    values.reserve(conflict.values.size());
    for (const auto& field : conflict.values) values.push_back({field.name, field.value});
    web::conflict(out, {.their_name = conflict.who,
                        .their_time = time,
                        .mine = mine,
                        .theirs = theirs,
                        .action = conflict.action,
                        .csrf = context.surroundings().csrf,
                        .my_values = values,
                        .their_path = conflict.their_path});
}

}  // namespace

http::Response conflict_part(const Context& context, const Conflict& conflict)
{
    std::string text;
    auto out = Writer{text};
    write_conflict(out, context, conflict);
    return http::page(std::move(text), conflict_status);
}

http::Response conflict_page(const Context& context, const Conflict& conflict)
{
    const auto frame = draft_frame(context, conflict.edition, "Hai người cùng sửa");
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(
                out, {.title = "Hai người cùng sửa", .caption = draft_name(conflict.edition)});
            write_conflict(out, context, conflict);
        },
        conflict_status);
}

std::vector<http::Field> values_again(std::vector<http::Field> fields,
                                      const std::vector<http::Field>& stored, std::int64_t version)
{
    fields.push_back({"version", std::to_string(version)});
    fields.push_back({std::string{base_field}, base_text(stored)});
    return fields;
}

http::Response look_again_part(const Context& context, const Error& error)
{
    std::string text;
    auto out = Writer{text};
    out({"<div class=\"conflict\" role=\"alert\" data-conflict-panel><p>", context.message(error),
         "</p></div>"});
    return http::page(std::move(text), conflict_status);
}

}  // namespace caicach::plan
