#include "notification/templates/template_store.hpp"

#include <algorithm>
#include <utility>

#include "json/value.hpp"
#include "notification/limits.hpp"
#include "notification/message.hpp"
#include "notification/sql.hpp"
#include "text/text.hpp"

namespace caicach::notification
{
namespace
{

struct TemplateTag;
using TemplateId = Id<TemplateTag>;

constexpr std::int64_t versions_shown = 50;

TemplateVersion version_from(const database::Row& row)
{
    return {.version = row.integer("version"),
            .text = {.subject = row.string("subject"),
                     .body = row.string("body"),
                     .strips_marks = row.boolean("strips_marks"),
                     .provider_template = row.string("provider_template")},
            .author = AccountId{row.maybe_integer("account_id").value_or(0)},
            .at = row.instant("created_at")};
}

Result<void> check_variables(const Template& before, std::string_view text,
                             const std::string& field)
{
    for (const auto& name : variables_in(text)) {
        if (!before.knows(name))
            return failure(Failure::invalid, "notification.template.variable_unknown", field,
                           {name});
    }
    return {};
}

Result<void> check(const Template& before, const TemplateText& text)
{
    if (text.body.empty()) return failure(Failure::invalid, "notification.template.empty", "body");
    if (before.has_subject() && text.subject.empty())
        return failure(Failure::invalid, "notification.template.empty", "subject");
    if (text.body.size() > limits::body_bytes_max)
        return failure(Failure::invalid, "notification.template.too_long", "body");
    if (text::length(text.subject) > limits::subject_length_max)
        return failure(Failure::invalid, "notification.template.too_long", "subject");
    TRY(check_variables(before, text.subject, "subject"));
    return check_variables(before, text.body, "body");
}

bool says_the_same(const Template& before, const TemplateText& text)
{
    return before.subject == text.subject && before.body == text.body &&
           before.strips_marks == text.strips_marks &&
           before.provider_template == text.provider_template;
}

}  // namespace

Result<Template> current_template(database::Transaction& transaction, std::string_view key,
                                  Channel channel)
{
    const auto& shipped = shipped_templates();
    const auto found = std::ranges::find_if(
        shipped, [&](const Template& one) { return one.key == key && one.channel == channel; });
    if (found == shipped.end())
        return failure(Failure::not_found, "notification.template.unknown", {}, {std::string(key)});
    Template current = *found;
    auto latest =
        TRY(transaction.maybe_one(sql::latest_template, version_from, key, key_of(channel)));
    if (!latest) return current;
    current.version = latest->version;
    current.subject = std::move(latest->text.subject);
    current.body = std::move(latest->text.body);
    current.strips_marks = latest->text.strips_marks;
    current.provider_template = std::move(latest->text.provider_template);
    return current;
}

Result<std::vector<TemplateVersion>> template_versions(database::Transaction& transaction,
                                                       std::string_view key, Channel channel)
{
    return transaction.all(sql::template_versions, version_from, key, key_of(channel),
                           versions_shown);
}

Result<void> save_template(Context& context, database::Transaction& transaction,
                           const Template& before, const TemplateText& text)
{
    TRY(check(before, text));
    const auto now = TRY(current_template(transaction, before.key, before.channel));
    if (now.version != before.version)
        return failure(Failure::conflict, "notification.template.changed");
    if (says_the_same(now, text)) return {};
    const auto id = make_id<TemplateId>();
    const auto account = context.actor().account;
    TRY(transaction.change_one(sql::insert_template, id, before.key, key_of(before.channel),
                               now.version + 1, text.subject, text.body, text.strips_marks,
                               text.provider_template,
                               account ? std::optional(account) : std::nullopt, context.now()));
    const auto detail = json::dump(json::Value::object()
                                       .set("template", before.key)
                                       .set("channel", key_of(before.channel))
                                       .set("version", now.version + 1));
    return context.record(transaction, "notification.template.changed", "notification.template",
                          id.value, detail);
}

}  // namespace caicach::notification
