#include "channel/broadcast/part_handlers.hpp"

#include <utility>

#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/broadcast_permissions.hpp"
#include "channel/broadcast/script_page_handlers.hpp"
#include "channel/broadcast/scripting.hpp"
#include "channel/limits.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view parts_anchor = "doan";
constexpr std::string_view articles_anchor = "bai";

Result<ScriptPart> words_in(const http::Request& request)
{
    ScriptPart words;
    auto heading = TRY(request.maybe_text("heading", limits::part_heading_length_max));
    words.heading = std::move(heading).value_or("");
    words.text = TRY(request.paragraphs("text", limits::part_text_length_max));
    if (words.text.empty()) return failure(Failure::invalid, "channel.script.no_words", "text");
    return words;
}

Result<void> new_part_deed(Context& context, database::Transaction& transaction,
                           const http::Request& request, const Script& script)
{
    auto part = TRY(words_in(request));
    return change_parts(context, transaction, script, [&](std::vector<ScriptPart>& parts) {
        return add_part(parts, std::move(part));
    });
}

Result<void> article_deed(Context& context, database::Transaction& transaction,
                          const http::Request& request, const Script& script)
{
    TRY(require_act(script, rights_to(context, script), ScriptAct::edit));
    const auto slug = TRY(request.text("article", limits::address_length_max));
    const auto article = newsroom::published_article(transaction, slug);
    if (!article && article.error().kind != Failure::not_found)
        return tl::unexpected<Error>(article.error());
    if (!article || article->is_withdrawn)
        return failure(Failure::invalid, "channel.script.no_article", "article");
    auto part = TRY(part_from(*article));
    return change_parts(context, transaction, script, [&](std::vector<ScriptPart>& parts) {
        return add_part(parts, std::move(part));
    });
}

Result<void> rewrite_deed(Context& context, database::Transaction& transaction,
                          const http::Request& request, const Script& script)
{
    const auto place = TRY(request.integer("part"));
    const auto words = TRY(words_in(request));
    return change_parts(context, transaction, script, [&](std::vector<ScriptPart>& parts) {
        return rewrite_part(parts, place, words);
    });
}

template <PartStep step>
Result<void> part_step_deed(Context& context, database::Transaction& transaction,
                            const http::Request& request, const Script& script)
{
    const auto place = TRY(request.integer("part"));
    return change_parts(context, transaction, script, [&](std::vector<ScriptPart>& parts) {
        return move_part(parts, place, step);
    });
}

Result<void> part_removal_deed(Context& context, database::Transaction& transaction,
                               const http::Request& request, const Script& script)
{
    const auto place = TRY(request.integer("part"));
    return change_parts(context, transaction, script,
                        [&](std::vector<ScriptPart>& parts) { return remove_part(parts, place); });
}

Result<http::Response> post_new_part(Context& context, const http::Request& request)
{
    return do_to_script(context, request, new_part_deed, {}, parts_anchor);
}

Result<http::Response> post_article_part(Context& context, const http::Request& request)
{
    return do_to_script(context, request, article_deed, {}, articles_anchor);
}

Result<http::Response> post_rewriting(Context& context, const http::Request& request)
{
    return do_to_script(context, request, rewrite_deed, "channel.script.was_changed");
}

Result<http::Response> post_part_up(Context& context, const http::Request& request)
{
    return do_to_script(context, request, part_step_deed<PartStep::up>, {}, parts_anchor);
}

Result<http::Response> post_part_down(Context& context, const http::Request& request)
{
    return do_to_script(context, request, part_step_deed<PartStep::down>, {}, parts_anchor);
}

Result<http::Response> post_part_removal(Context& context, const http::Request& request)
{
    return do_to_script(context, request, part_removal_deed, {}, parts_anchor);
}

}  // namespace

void add_script_parts(Module& module)
{
    const auto composers = http::Access::holder_of(compose_scripts.key);
    module.post("/soan-phat-thanh/{script}/doan", composers, post_new_part);
    module.post("/soan-phat-thanh/{script}/doan/bai", composers, post_article_part);
    module.post("/soan-phat-thanh/{script}/doan/sua", composers, post_rewriting);
    module.post("/soan-phat-thanh/{script}/doan/len", composers, post_part_up);
    module.post("/soan-phat-thanh/{script}/doan/xuong", composers, post_part_down);
    module.post("/soan-phat-thanh/{script}/doan/bo", composers, post_part_removal);
}

}  // namespace caicach::channel
