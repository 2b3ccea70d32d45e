#include "channel/broadcast/script_page_handlers.hpp"

#include <utility>

#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/script_store.hpp"
#include "channel/broadcast/scripting.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

Result<std::string> done_to_script(Context& context, const http::Request& request, ScriptDeed deed)
{
    auto transaction = TRY(context.begin());
    auto script = TRY(seen_script(context, transaction, request));
    script.version = TRY(request.integer("version"));
    TRY(deed(context, transaction, request, script));
    TRY(transaction.commit());
    return scripts_path(script.code);
}

Result<ShownPart> shown(database::Transaction& transaction, const ScriptPage& page, ScriptPart part)
{
    ShownPart one{.seconds = reading_seconds({part}, page.script.syllables_a_minute, page.rules)};
    if (part.article != newsroom::ArticleId{}) {
        auto article = TRY(newsroom::published_article(transaction, part.article));
        one.article_path = std::move(article.path);
        one.is_withdrawn = article.is_withdrawn;
    }
    one.part = std::move(part);
    return one;
}

}  // namespace

Result<Script> seen_script(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("script"));
    auto script = TRY(ScriptStore{transaction}.find(code));
    const auto rights = rights_to(context, script);
    if (!rights.composes && !rights.approves)
        TRY(context.require(compose_scripts, organisation::scope_of(script.agency)));
    return script;
}

Result<ScriptPage> script_page_of(Context& context, database::Transaction& transaction,
                                  const Script& script)
{
    ScriptPage page{.script = script};
    auto agency = TRY(organisation::agency_by_id(transaction, script.agency, context.today()));
    page.agency = std::move(agency.name);
    page.rules = TRY(broadcast_rules_on(context.today()));
    const auto parts = TRY(ScriptStore{transaction}.parts(script.id));
    page.seconds = reading_seconds(parts, script.syllables_a_minute, page.rules);
    page.parts.reserve(parts.size());
    for (const auto& one : parts) {
        auto part = TRY(shown(transaction, page, one));
        page.parts.push_back(std::move(part));
    }
    const auto rights = rights_to(context, script);
    page.acts = script_acts(script, rights);
    page.is_own = rights.is_writer;
    page.recordings = TRY(RecordingStore{transaction}.of_script(script.id));
    if (page.is_making())
        page.progress = TRY(jobs::progress(transaction, page.recordings.open->job));
    page.may_record = rights.composes && script.state == ScriptState::approved;
    page.may_accept = rights.approves;
    if (page.may(ScriptAct::edit)) page.articles = TRY(articles_for(context, transaction, parts));
    return page;
}

Result<http::Response> do_to_script(Context& context, const http::Request& request, ScriptDeed deed,
                                    std::string_view told, std::string_view anchor)
{
    const auto path = done_to_script(context, request, deed);
    if (path && anchor.empty()) return web::redirect_with(*path, told);
    if (path) return http::redirect(*path + "#" + std::string(anchor));
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return script_page_with(context, request, path.error());
}

Result<http::Response> script_page_with(Context& context, const http::Request& request,
                                        const Error& error)
{
    auto transaction = TRY(context.read());
    const auto script = TRY(seen_script(context, transaction, request));
    auto page = TRY(script_page_of(context, transaction, script));
    page.form = http::Form(request);
    page.fault = web::fault_of(context, error);
    return script_page(context, page);
}

}  // namespace caicach::channel
