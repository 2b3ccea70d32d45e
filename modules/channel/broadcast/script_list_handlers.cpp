#include "channel/broadcast/script_list_handlers.hpp"

#include <limits>
#include <utility>

#include "channel/agency_asked.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/script_list_views.hpp"
#include "channel/broadcast/script_store.hpp"
#include "channel/broadcast/scripting.hpp"
#include "channel/limits.hpp"
#include "http/percent.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view script_purpose = "channel.script";

/// Where the list goes on behind its last row.
void cut_scripts(ScriptListPage& page, const std::string& path)
{
    if (page.scripts.size() <= static_cast<std::size_t>(limits::script_rows)) return;
    page.scripts.pop_back();
    page.next_path = path + "truoc=" + std::to_string(page.scripts.back().id.value);
}

Result<ScriptId> script_place_in(const http::Request& request)
{
    const auto asked = TRY(request.maybe_integer("truoc", {.lowest = 1}));
    return ScriptId{asked.value_or(std::numeric_limits<std::int64_t>::max())};
}

Result<void> fill_waiting_scripts(const Context& context, database::Transaction& transaction,
                                  ScriptId before, ScriptListPage& page)
{
    page.scripts = TRY(
        ScriptStore{transaction}.in_state(ScriptState::submitted, before, limits::script_rows + 1));
    cut_scripts(page, waiting_scripts_path() + "?");
    std::erase_if(page.scripts, [&](const Script& one) {
        return !context.may(approve_scripts, organisation::scope_of(one.agency));
    });
    for (const auto& one : page.scripts) {
        auto agency = TRY(organisation::agency_by_id(transaction, one.agency, context.today()));
        page.agency_names.push_back(std::move(agency.name));
    }
    return {};
}

Result<void> fill_own_scripts(const Context& context, database::Transaction& transaction,
                              ScriptId before, std::string_view agency_code, ScriptListPage& page)
{
    page.agency = TRY(agency_asked(context, transaction, agency_code));
    const auto scope = organisation::scope_of(page.agency.id);
    TRY(context.require(compose_scripts, scope));
    page.agencies = TRY(agencies_with(context, transaction, compose_scripts));
    page.scripts =
        TRY(ScriptStore{transaction}.of_agency(page.agency.id, before, limits::script_rows + 1));
    cut_scripts(page, scripts_path() + "?co-quan=" + http::percent_encoded(page.agency.code) + "&");
    page.taken_keys =
        TRY(once::last_keys(transaction, script_purpose, context.actor().account.value));
    if (page.key.empty()) page.key = once::new_key();
    return {};
}

Result<http::Response> show_scripts(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ScriptListPage page;
    page.may_approve = context.may_anywhere(approve_scripts);
    const auto before = TRY(script_place_in(request));
    TRY(fill_own_scripts(context, transaction, before, request.query("co-quan").value_or(""),
                         page));
    return script_list_page(context, page);
}

Result<http::Response> show_waiting_scripts(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ScriptListPage page{.is_waiting = true, .may_approve = true};
    page.may_compose = context.may_anywhere(compose_scripts);
    const auto before = TRY(script_place_in(request));
    TRY(fill_waiting_scripts(context, transaction, before, page));
    return script_list_page(context, page);
}

/// The path of the script that the form began.
Result<std::string> drafted_script(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_asked(context, transaction, request.raw("agency")));
    TRY(context.require(compose_scripts, organisation::scope_of(agency.id)));
    const auto title = TRY(request.text("title", limits::title_length_max));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const once::Sending sending{.purpose = std::string{script_purpose},
                                .owner = context.actor().account.value,
                                .key = std::move(key),
                                .content_sha256 = once::content_of({agency.code, title})};
    const auto draft = [&]() -> Result<std::string> {
        const auto script = TRY(draft_script(context, transaction, agency.id, title));
        return scripts_path(script.code);
    };
    auto path = TRY(once::run(transaction, sending, context.now(), draft));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> post_new_script(Context& context, const http::Request& request)
{
    const auto path = drafted_script(context, request);
    if (path) return web::redirect_with(*path, "channel.script.was_drafted");
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(path.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    auto transaction = TRY(context.read());
    ScriptListPage page{.form = http::Form(request), .fault = web::fault_of(context, error)};
    page.may_approve = context.may_anywhere(approve_scripts);
    // What was sent under that key stands: the same form means another script from now on.
    if (error.key != "once.sent_before") page.key = key;
    TRY(fill_own_scripts(context, transaction, ScriptId{std::numeric_limits<std::int64_t>::max()},
                         request.raw("agency"), page));
    return script_list_page(context, page);
}

}  // namespace

void add_script_list(Module& module)
{
    for (const auto* permission : {&compose_scripts, &approve_scripts})
        module.permission(*permission);
    module.get("/soan-phat-thanh", http::Access::holder_of(compose_scripts.key), show_scripts);
    module.post("/soan-phat-thanh", http::Access::holder_of(compose_scripts.key), post_new_script);
    module.get("/soan-phat-thanh/cho-duyet", http::Access::holder_of(approve_scripts.key),
               show_waiting_scripts);
    module.menu({.text = "Soạn phát thanh",
                 .path = "/soan-phat-thanh",
                 .order = 48,
                 .permission = &compose_scripts});
    module.menu({.text = "Duyệt phát thanh",
                 .path = "/soan-phat-thanh/cho-duyet",
                 .order = 49,
                 .permission = &approve_scripts});
}

}  // namespace caicach::channel
