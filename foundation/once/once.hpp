#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "database/migration.hpp"
#include "database/transaction.hpp"

/// What a form asks for is done once, however often it is sent: the form carries a key, the server
/// remembers which keys it took, in the transaction of the deed.
namespace caicach::once
{

/// Of the hidden field that carries the key.
inline constexpr std::string_view field = "key";
inline constexpr std::int64_t kept_seconds = 30L * 24 * 3600;

/// For a form that is shown.
[[nodiscard]] std::string new_key();

/// invalid "once.key" for what new_key does not make; empty where the form carries none.
[[nodiscard]] Result<std::string> key_from(std::string_view typed);

/// SHA-256 of what a form says, part by part.
[[nodiscard]] std::string content_of(std::initializer_list<std::string_view> parts);

/// One sending of a form. `purpose` and `owner` say what it is about: "evidence.fact" and the
/// agency, "obligation.result" and the obligation.
struct Sending {
    std::string purpose{};
    std::int64_t owner{};
    std::string key{};  ///< empty: a form without one, which is taken each time
    std::string content_sha256{};
};

/// Remembers that the key is taken, and gives nothing: the deed is to be done. Gives the answer
/// that was kept where the same content came under it before: nothing is to be done. conflict
/// "once.sent_before" for other content. Who sends at the same moment waits for the first.
[[nodiscard]] Result<std::optional<std::string>> take(database::Transaction& transaction,
                                                      const Sending& sending, Instant now);
/// What to answer when it is sent again: an address, a code.
[[nodiscard]] Result<void> keep_answer(database::Transaction& transaction, const Sending& sending,
                                       std::string_view answer);

/// Does it once: `act` gives Result<std::string>, the answer. The caller commits.
template <class Act>
[[nodiscard]] Result<std::string> run(database::Transaction& transaction, const Sending& sending,
                                      Instant now, const Act& act)
{
    auto before = TRY(take(transaction, sending, now));
    if (before) return std::move(*before);
    auto answer = TRY(act());
    TRY(keep_answer(transaction, sending, answer));
    return answer;
}

/// Whether the key was taken, whatever came under it.
[[nodiscard]] Result<bool> was_taken(database::Transaction& transaction, const Sending& sending);

/// The last ones taken, with blanks between: a browser that kept a form, whose answer it never
/// saw, drops it then.
[[nodiscard]] Result<std::string> last_keys(database::Transaction& transaction,
                                            std::string_view purpose, std::int64_t owner);

/// Where nobody knows whether a deed was kept ("base.commit_unknown"), the same in words for a
/// form with a key: it may be sent again. Other failures as they are.
[[nodiscard]] Error said_of_keyed_form(Error error, std::string_view key);

[[nodiscard]] std::span<const database::Migration> migrations();

}  // namespace caicach::once
