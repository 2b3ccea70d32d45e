#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"

/// A letter that the program sends, and what became of it.
namespace caicach::notification
{

struct LetterTag;
using LetterId = Id<LetterTag>;

/// waiting → sending → sent; back to waiting where the server says "later".
/// failed: refused, or tried too often. uncertain: the program was ended while it was talking to
/// the server, so the letter may have gone; only a person sends it again. expired: what it says
/// has run out.
enum class LetterState { waiting, sending, sent, failed, uncertain, expired };
[[nodiscard]] std::string_view key_of(LetterState state);   ///< "waiting", for the table
[[nodiscard]] std::string_view text_of(LetterState state);  ///< "Đang chờ gửi"
[[nodiscard]] LetterState letter_state(std::string_view key);

struct Letter {
    LetterId id{};
    std::string code{};  ///< stands in forms
    std::string recipient{};
    std::string subject{};
    std::string body{};  ///< empty once it was sent or has run out
    LetterState state{};
    int attempts{};
    std::string error{};  ///< message key of the last failure, or empty
    Instant created_at{};
    Instant expires_at{};
    std::optional<Instant> settled_at{};

    /// A person may have it sent again.
    [[nodiscard]] bool can_be_sent_again(Instant now) const
    {
        const bool is_stuck = state == LetterState::failed || state == LetterState::uncertain;
        return is_stuck && !body.empty() && now < expires_at;
    }
};

}  // namespace caicach::notification
