#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "channel/broadcast/broadcast_ids.hpp"
#include "identity/api.hpp"
#include "newsroom/api.hpp"
#include "organisation/api.hpp"

/// A programme for loudspeakers or radio as it is read aloud: passages in an order.
namespace caicach::channel
{

enum class ScriptState : unsigned char {
    draft,
    submitted,  ///< waits for whoever approves
    returned,   ///< with what is to be mended
    approved,   ///< may be recorded and broadcast
};

struct Script {
    ScriptId id{};
    std::string code{};
    organisation::AgencyId agency{};
    AccountId author{};       ///< who began it
    AccountId last_writer{};  ///< who changed it or sent it in last
    ScriptState state{};
    std::string title{};
    std::int64_t syllables_a_minute{};  ///< of whoever reads it
    std::string reason{};               ///< why it was returned
    std::optional<Instant> approved_at{};
    Instant made_at{};
    std::int64_t version{};
};

/// A passage: of the script's own, or taken from an article and made fit for the ear since.
struct ScriptPart {
    newsroom::ArticleId article{};  ///< whence it came; 0: written here
    std::string heading{};          ///< for whoever reads aloud; may be empty
    std::string text{};             ///< plain

    friend bool operator==(const ScriptPart&, const ScriptPart&) = default;
};

[[nodiscard]] std::string_view key_of(ScriptState state);
[[nodiscard]] std::optional<ScriptState> script_state_from(std::string_view key);
[[nodiscard]] std::string_view text_of(ScriptState state);

enum class ScriptAct : unsigned char { edit, discard, submit, take_back, send_back, approve };
/// Which of the permissions the person holds at its agency, and whether he is one of its writers.
struct ScriptRights {
    bool composes{};
    bool approves{};
    bool is_writer{};
};
/// Pure: what the page offers and the handlers ask again. Nobody approves what he wrote himself.
[[nodiscard]] std::vector<ScriptAct> script_acts(const Script& script, const ScriptRights& rights);
/// conflict "channel.script.not_now" with the state in words; forbidden "channel.script.own" for
/// the writer's own approval, "channel.script.not_yours" else.
[[nodiscard]] Result<void> require_act(const Script& script, const ScriptRights& rights,
                                       ScriptAct act);

enum class PartStep : unsigned char { up, down };
/// too_large "channel.script.too_many_parts".
[[nodiscard]] Result<void> add_part(std::vector<ScriptPart>& parts, ScriptPart part);
/// Places count from 1. At an end it stays where it is. not_found "channel.script.no_part", as the
/// others.
[[nodiscard]] Result<void> move_part(std::vector<ScriptPart>& parts, std::int64_t place,
                                     PartStep step);
[[nodiscard]] Result<void> remove_part(std::vector<ScriptPart>& parts, std::int64_t place);
/// What it says anew; whence it came stays.
[[nodiscard]] Result<void> rewrite_part(std::vector<ScriptPart>& parts, std::int64_t place,
                                        const ScriptPart& words);

}  // namespace caicach::channel
