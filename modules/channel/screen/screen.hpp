#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "organisation/api.hpp"

namespace caicach::channel
{

struct ScreenTag;
using ScreenId = Id<ScreenTag>;

/// Where it hangs and how it is divided.
struct ScreenText {
    std::string name{};   ///< "Sảnh một cửa"
    std::string place{};  ///< may be empty
    bool is_portrait{};
    bool has_side{};    ///< a column beside the main part
    bool has_ticker{};  ///< a line of text below

    friend bool operator==(const ScreenText&, const ScreenText&) = default;
};

/// A screen of an agency, with or without a player that is paired with it.
struct Screen {
    ScreenId id{};
    std::string code{};
    organisation::AgencyId agency{};
    ScreenText text{};
    std::string pairing_code{};  ///< an officer typed it in; empty: nobody waits
    std::optional<Instant> pairing_until{};
    std::string token_hash{};  ///< of its player; empty: it has none
    std::optional<Instant> paired_at{};
    std::int64_t sequence{};  ///< of the last proof that its player brought
    std::optional<Instant> seen_at{};
    std::string showing{};  ///< code of what it said it shows; empty: the default loop
    std::string fault{};    ///< what its player complains of: "signature"
    std::optional<Instant> retired_at{};
    Instant made_at{};
    std::int64_t version{1};
};

enum class ScreenHealth : unsigned char {
    unpaired,  ///< no player yet
    waiting,   ///< a code was typed in, and its player did not come yet
    playing,
    refusing,  ///< it does not take what we send
    silent,
};
[[nodiscard]] ScreenHealth health_of(const Screen& screen, Instant now);
[[nodiscard]] std::string_view text_of(ScreenHealth health);

/// What a player shows to be paired, of the hash of its token: so that the house keeps nothing of
/// players that nobody paired. Eleven characters, the last of which checks the others.
[[nodiscard]] std::string pairing_code_of(std::string_view token_hash);

}  // namespace caicach::channel
