#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "channel/broadcast/script.hpp"
#include "manifest/context.hpp"

/// What happens to a script, each in the caller's transaction and with its audit line.
namespace caicach::channel
{

inline constexpr std::string_view script_object = "channel.script";

/// Which of the module's permissions the actor has at the script's agency.
[[nodiscard]] ScriptRights rights_to(const Context& context, const Script& script);

/// Empty, at the speed of the agency's last one. invalid "channel.script.secret".
[[nodiscard]] Result<Script> draft_script(Context& context, database::Transaction& transaction,
                                          organisation::AgencyId agency, const std::string& title);
/// What a script says besides its passages.
struct ScriptHead {
    std::string title{};
    std::int64_t syllables_a_minute{};
};
[[nodiscard]] Result<void> change_script(Context& context, database::Transaction& transaction,
                                         Script script, const ScriptHead& head);
/// What `change` does to its passages.
using PartChange = std::function<Result<void>(std::vector<ScriptPart>&)>;
[[nodiscard]] Result<void> change_parts(Context& context, database::Transaction& transaction,
                                        Script script, const PartChange& change);
/// An article as it is read aloud: without pictures and marks.
[[nodiscard]] Result<ScriptPart> part_from(const newsroom::PublishedArticle& article);

[[nodiscard]] Result<void> discard_script(Context& context, database::Transaction& transaction,
                                          const Script& script);
/// To whoever approves. conflict "channel.script.empty", "channel.script.withdrawn" with the
/// heading of a passage whose article was taken off since.
[[nodiscard]] Result<void> submit_script(Context& context, database::Transaction& transaction,
                                         Script script);
[[nodiscard]] Result<void> take_back_script(Context& context, database::Transaction& transaction,
                                            Script script);
/// invalid "channel.script.reason" of the field "reason".
[[nodiscard]] Result<void> send_back_script(Context& context, database::Transaction& transaction,
                                            Script script, std::string reason);
/// Nobody approves what he wrote himself. conflict as with submit_script.
[[nodiscard]] Result<void> approve_script(Context& context, database::Transaction& transaction,
                                          Script script);

/// Newest articles that are not in it yet.
[[nodiscard]] Result<std::vector<newsroom::PublishedArticle>> articles_for(
    Context& context, database::Transaction& transaction, const std::vector<ScriptPart>& parts);

}  // namespace caicach::channel
