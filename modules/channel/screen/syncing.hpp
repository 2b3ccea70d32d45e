#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "channel/screen/manifest.hpp"
#include "channel/screen/screen_store.hpp"
#include "evidence/api.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"

/// What a player and the house say to each other: every minute where there is a network.
namespace caicach::channel
{

/// A month in which a screen showed its agency's content for an hour at least: plans count boards
/// that showed something, not plays.
inline constexpr evidence::FactKind screen_fact{
    "channel.screen_played", "Bảng điện tử đã chiếu nội dung trong tháng", "bảng", "screen"};

struct PlayerSays {
    std::string token{};    ///< made by the player; we keep its hash
    std::string known{};    ///< SHA-256 of the manifest that it has
    std::string showing{};  ///< code of a slide
    std::string fault{};    ///< why it does not take our manifest: "signature"
    std::int64_t sequence{};
    std::string shown{};  ///< JSON: [{"code", "day", "plays", "seconds"}]; empty: nothing to tell
};

struct PlayerHears {
    bool is_paired{};
    std::string code{};    ///< to be shown until somebody types it in; empty once it is paired
    std::int64_t taken{};  ///< of the last proof that stands
    SignedManifest manifest{};
    bool is_news{};  ///< not what it has
};

/// Pairs a player that is waited for; takes its proof once, however often it is told. not_found
/// "channel.screen.player_unknown" for what is no token; invalid "channel.screen.proof" for what
/// cannot have been.
[[nodiscard]] Result<PlayerHears> sync(Context& context, const PlayerSays& says);

/// The screen that the token is of. not_found "channel.screen.player_unknown".
[[nodiscard]] Result<Screen> screen_of_token(database::Transaction& transaction,
                                             std::string_view token);

/// The job that records a screen's month in evidence.
void add_screen_facts(Module& module);

}  // namespace caicach::channel
