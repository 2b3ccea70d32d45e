#include "plan/conflict_views.hpp"

#include <algorithm>

#include "plan/draft_views.hpp"
#include "plan/form_views.hpp"
#include "plan/item_texts.hpp"
#include "plan/merging.hpp"
#include "text/text.hpp"
#include "web/components/forms.hpp"
#include "web/components/review_parts.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

constexpr int conflict_status = 409;

/// Those of `rows` that `others` say otherwise, or not at all.
std::vector<web::Fact> differing(const ComparedRows& rows, const ComparedRows& others)
{
    std::vector<web::Fact> facts;
    for (const auto& row : rows) {
        if (std::ranges::find(others, row) == others.end()) {
            facts.push_back({row.first, row.second});
        }
    }
    return facts;
}

void write_conflict(Writer& out, const Context& context, const Conflict& conflict)
{
    const auto time = moment(conflict.when);
    const auto mine = differing(conflict.mine, conflict.theirs);
    const auto theirs = differing(conflict.theirs, conflict.mine);
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

ComparedRows compared_rows(const Item& item)
{
    ComparedRows rows{{"Nội dung", item.title},
                      {"Loại", std::string{label(item.type)}},
                      {"Số thứ tự", item.path},
                      {"Đề nghị", item.requested ? "Có" : "Không"},
                      {"Đã xem", item.is_reviewed ? "Rồi" : "Chưa"}};
    for (auto& row : facts_of(item).rows) rows.push_back(std::move(row));
    return rows;
}

ComparedRows compared_rows(const DocumentRecord& record)
{
    const auto& document = record.facts;
    std::vector<std::string> references;
    references.reserve(record.references.size());
    for (const auto& reference : record.references) references.push_back(reference_text(reference));
    return {{"Loại văn bản", document.kind},
            {"Số, ký hiệu", document.number.value_or("")},
            {"Ngày ban hành", document.issued_on ? document.issued_on->vietnamese() : ""},
            {"Cơ quan ban hành", document.issuer},
            {"Tỉnh, thành phố", document.province},
            {"Năm", std::to_string(document.year)},
            {"Nội dung", std::string{subject_label(document.subject)}},
            {"Tên kế hoạch", document.title},
            {"Người ký", document.signer_name},
            {"Chức vụ", document.signer_title},
            {"Căn cứ", text::join(references, "; ")},
            {"Nơi nhận", text::join(printed(record.recipients), "; ")}};
}

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
