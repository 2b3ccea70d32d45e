#include "channel/broadcast/scripting.hpp"

#include <algorithm>
#include <utility>

#include "attachment/api.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/loudspeakers.hpp"
#include "channel/broadcast/reading_time.hpp"
#include "channel/broadcast/recording.hpp"
#include "channel/broadcast/script_store.hpp"
#include "channel/limits.hpp"
#include "document/markdown.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

Result<void> require_no_secret(const Context& context, std::string_view title)
{
    if (attachment::names_secret(title, context.today()))
        return failure(Failure::invalid, "channel.script.secret", "title");
    return {};
}

json::Value said_of(const Script& script)
{
    return json::Value::object()
        .set("title", script.title)
        .set("syllables_a_minute", script.syllables_a_minute)
        .set("state", key_of(script.state));
}

Result<void> save(Context& context, database::Transaction& transaction, const Script& before,
                  const Script& after, std::string_view action)
{
    TRY(ScriptStore{transaction}.save(after));
    return context.record(transaction, action, script_object, after.id.value,
                          change_detail(said_of(before), said_of(after)));
}

/// Pictures cannot be heard.
document::Markdown without_pictures(const document::Markdown& steps)
{
    document::Markdown kept;
    kept.reserve(steps.size());
    bool is_in_picture = false;
    for (const auto& step : steps) {
        const bool is_picture = step.kind == document::MarkdownKind::picture;
        if (is_picture) is_in_picture = !step.is_end;
        if (!is_picture && !is_in_picture) kept.push_back(step);
    }
    return kept;
}

Result<void> require_sayable(database::Transaction& transaction, const Script& script)
{
    const auto parts = TRY(ScriptStore{transaction}.parts(script.id));
    if (parts.empty()) return failure(Failure::conflict, "channel.script.empty");
    for (const auto& one : parts) {
        if (one.article == newsroom::ArticleId{}) continue;
        const auto article = TRY(newsroom::published_article(transaction, one.article));
        if (article.is_withdrawn)
            return failure(Failure::conflict, "channel.script.withdrawn", {}, {article.title});
    }
    return {};
}

}  // namespace

ScriptRights rights_to(const Context& context, const Script& script)
{
    const auto scope = organisation::scope_of(script.agency);
    const auto account = context.actor().account;
    return {.composes = context.may(compose_scripts, scope),
            .approves = context.may(approve_scripts, scope),
            .is_writer = account == script.author || account == script.last_writer};
}

Result<Script> draft_script(Context& context, database::Transaction& transaction,
                            organisation::AgencyId agency, const std::string& title)
{
    TRY(context.require(compose_scripts, organisation::scope_of(agency)));
    TRY(require_no_secret(context, title));
    ScriptStore store{transaction};
    const auto rules = TRY(broadcast_rules_on(context.today()));
    const auto speed = TRY(store.last_speed(agency));
    Script script{.agency = agency,
                  .author = context.actor().account,
                  .last_writer = context.actor().account,
                  .title = title,
                  .syllables_a_minute = speed.value_or(rules.syllables_a_minute),
                  .made_at = context.now()};
    TRY(store.insert(script));
    TRY(context.record(transaction, "channel.script.drafted", script_object, script.id.value,
                       beginning_detail(said_of(script))));
    return script;
}

Result<void> change_script(Context& context, database::Transaction& transaction, Script script,
                           const ScriptHead& head)
{
    TRY(require_act(script, rights_to(context, script), ScriptAct::edit));
    TRY(require_no_secret(context, head.title));
    const auto before = script;
    script.title = head.title;
    script.syllables_a_minute = head.syllables_a_minute;
    script.last_writer = context.actor().account;
    return save(context, transaction, before, script, "channel.script.changed");
}

Result<void> change_parts(Context& context, database::Transaction& transaction, Script script,
                          const PartChange& change)
{
    TRY(require_act(script, rights_to(context, script), ScriptAct::edit));
    ScriptStore store{transaction};
    auto parts = TRY(store.parts(script.id));
    const auto before = parts;
    TRY(change(parts));
    if (parts == before) return {};
    script.last_writer = context.actor().account;
    // First of all: of two who change it at once the second learns it here.
    TRY(save(context, transaction, script, script, "channel.script.changed"));
    return store.save_parts(script.id, parts);
}

Result<ScriptPart> part_from(const newsroom::PublishedArticle& article)
{
    const auto steps = TRY(document::read_markdown(article.body));
    auto plain = document::plain_text(without_pictures(steps));
    if (text::trim(plain).empty()) plain = article.summary;
    return ScriptPart{.article = article.id,
                      .heading = text::shorten(article.title, limits::part_heading_length_max),
                      .text = text::shorten(text::trim(plain), limits::part_text_length_max)};
}

Result<void> discard_script(Context& context, database::Transaction& transaction,
                            const Script& script)
{
    TRY(require_act(script, rights_to(context, script), ScriptAct::discard));
    const bool was_recorded = TRY(RecordingStore{transaction}.was_recorded(script.id));
    if (was_recorded) return failure(Failure::conflict, "channel.script.was_recorded");
    TRY(ScriptStore{transaction}.remove(script));
    return context.record(transaction, "channel.script.discarded", script_object, script.id.value,
                          ending_detail(said_of(script)));
}

Result<void> submit_script(Context& context, database::Transaction& transaction, Script script)
{
    TRY(require_act(script, rights_to(context, script), ScriptAct::submit));
    TRY(require_sayable(transaction, script));
    const auto before = script;
    script.state = ScriptState::submitted;
    script.reason.clear();
    script.last_writer = context.actor().account;
    return save(context, transaction, before, script, "channel.script.submitted");
}

Result<void> take_back_script(Context& context, database::Transaction& transaction, Script script)
{
    TRY(require_act(script, rights_to(context, script), ScriptAct::take_back));
    const auto before = script;
    script.state = ScriptState::draft;
    return save(context, transaction, before, script, "channel.script.taken_back");
}

Result<void> send_back_script(Context& context, database::Transaction& transaction, Script script,
                              std::string reason)
{
    TRY(require_act(script, rights_to(context, script), ScriptAct::send_back));
    if (reason.empty()) return failure(Failure::invalid, "channel.script.reason", "reason");
    const auto before = script;
    script.state = ScriptState::returned;
    script.approved_at.reset();
    script.reason = std::move(reason);
    // Other words will want another sound.
    TRY(RecordingStore{transaction}.retire(script.id, {}));
    TRY(refresh_loudspeakers(context, transaction));
    return save(context, transaction, before, script, "channel.script.sent_back");
}

Result<void> approve_script(Context& context, database::Transaction& transaction, Script script)
{
    TRY(require_act(script, rights_to(context, script), ScriptAct::approve));
    TRY(require_sayable(transaction, script));
    const auto before = script;
    script.state = ScriptState::approved;
    script.approved_at = context.now();
    return save(context, transaction, before, script, "channel.script.approved");
}

Result<std::vector<newsroom::PublishedArticle>> articles_for(Context& context,
                                                             database::Transaction& transaction,
                                                             const std::vector<ScriptPart>& parts)
{
    constexpr std::int64_t day_seconds = 86'400;
    const auto since = context.now() + -limits::article_days * day_seconds;
    auto found = TRY(newsroom::published_since(transaction, since, limits::candidates));
    std::erase_if(found, [&](const newsroom::PublishedArticle& one) {
        return std::ranges::find(parts, one.id, &ScriptPart::article) != parts.end();
    });
    return found;
}

}  // namespace caicach::channel
