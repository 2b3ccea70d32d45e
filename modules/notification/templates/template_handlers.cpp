#include "notification/templates/template_handlers.hpp"
#include "notification/number/number.hpp"

#include <utility>

#include "crypto/crypto.hpp"
#include "notification/limits.hpp"
#include "notification/message.hpp"
#include "notification/permissions.hpp"
#include "notification/rules/rules.hpp"
#include "notification/templates/template_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::size_t key_bytes = 12;  // random: each trial is a message of its own

/// The template that the path names.
Result<Template> template_in(database::Transaction& transaction, const http::Request& request)
{
    const auto name = TRY(request.path<std::string>("template"));
    const auto dot = name.rfind('.');
    const auto channel = dot == std::string::npos
                             ? std::nullopt
                             : channel_from(std::string_view(name).substr(dot + 1));
    if (!channel) return failure(Failure::not_found, "notification.template.unknown", {}, {name});
    return current_template(transaction, name.substr(0, dot), *channel);
}

TemplateText text_of(const Template& one)
{
    return {.subject = one.subject,
            .body = one.body,
            .strips_marks = one.strips_marks,
            .provider_template = one.provider_template};
}

Result<TemplateText> typed_in(const http::Request& request)
{
    TemplateText text;
    const auto subject = TRY(request.maybe_text("subject", limits::subject_length_max));
    text.subject = subject.value_or("");
    text.body = TRY(request.paragraphs("body"));
    text.strips_marks = request.checked("strips_marks");
    const auto form = TRY(request.maybe_text("provider_template"));
    text.provider_template = form.value_or("");
    return text;
}

Result<http::Response> page_of(Context& context, database::Transaction& transaction,
                               TemplateView view)
{
    view.versions = TRY(template_versions(transaction, view.current.key, view.current.channel));
    return template_page(context, view);
}

/// Where a trial goes: what was typed, in the form that the channel wants.
Result<std::string> address_in(const http::Request& request, Channel channel)
{
    const auto typed = TRY(request.maybe_text("address"));
    if (!typed || channel == Channel::in_app) return std::string{};
    if (channel == Channel::email) return *typed;
    auto number = parse_number(*typed);
    if (!number) return failure(Failure::invalid, "notification.number.malformed", "address");
    return std::move(*number);
}

}  // namespace

Result<http::Response> show_templates(Context& context, const http::Request& /*request*/)
{
    TRY(context.require(manage_mail, ScopeId{}));
    auto transaction = TRY(context.read());
    TemplatesView view;
    view.templates.reserve(shipped_templates().size());
    for (const auto& shipped : shipped_templates()) {
        auto current = TRY(current_template(transaction, shipped.key, shipped.channel));
        view.templates.push_back(std::move(current));
    }
    return templates_page(context, view);
}

Result<http::Response> show_template(Context& context, const http::Request& request)
{
    TRY(context.require(manage_mail, ScopeId{}));
    auto transaction = TRY(context.read());
    auto current = TRY(template_in(transaction, request));
    auto typed = text_of(current);
    return page_of(context, transaction,
                   {.current = std::move(current), .typed = std::move(typed)});
}

Result<http::Response> post_template(Context& context, const http::Request& request)
{
    TRY(context.require(manage_mail, ScopeId{}));
    const auto typed = TRY(typed_in(request));
    const auto version = TRY(request.integer("version"));
    auto transaction = TRY(context.begin());
    auto current = TRY(template_in(transaction, request));
    if (request.checked("preview"))
        return page_of(context, transaction, {.current = std::move(current), .typed = typed});
    auto before = current;
    before.version = version;
    const auto saved = save_template(context, transaction, before, typed);
    if (!saved && web::is_about_form(saved.error()))
        return page_of(context, transaction,
                       {.current = std::move(current),
                        .typed = typed,
                        .fault = web::fault_of(context, saved.error())});
    TRY(saved);
    TRY(transaction.commit());
    return web::redirect_with(template_path(current), "notification.template.saved");
}

Result<http::Response> post_trial_message(Context& context, const http::Request& request)
{
    TRY(context.require(manage_mail, ScopeId{}));
    auto transaction = TRY(context.begin());
    const auto current = TRY(template_in(transaction, request));
    NewMessage message{.channel = current.channel,
                       .template_key = current.key,
                       .path = "/",
                       .key = "trial/" + crypto::random_token(key_bytes)};
    message.address = TRY(address_in(request, current.channel));
    if (message.address.empty()) message.account = context.actor().account;
    message.variables.reserve(current.variables.size());
    for (const auto& name : current.variables)
        message.variables.push_back(
            {name, name == "nguoi" ? context.actor().name : "[" + name + "]"});
    const auto id = TRY(send(context, transaction, message));
    TRY(context.record(transaction, "notification.trial.sent", "notification.message", id.value));
    TRY(transaction.commit());
    return web::redirect_with(template_path(current), "notification.trial.sent");
}

}  // namespace caicach::notification
