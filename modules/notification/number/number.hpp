#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "manifest/context.hpp"

/// The telephone of a person, for SMS and Zalo. It counts once the code that was sent to it has
/// come back: nobody is written to, or silenced, by a number that somebody else typed.
namespace caicach::notification
{

struct Number {
    std::string proven{};   ///< "84987654321", or empty
    std::string waiting{};  ///< for its code; or empty
    std::string code_hash{};
    Instant code_until{};
    std::int64_t tries{};       ///< wrong codes so far
    std::int64_t codes_sent{};  ///< since `codes_since`
    Instant codes_since{};

    /// What the person typed last.
    [[nodiscard]] const std::string& typed() const { return waiting.empty() ? proven : waiting; }
};
[[nodiscard]] Result<Number> number_of(database::Transaction& transaction, AccountId account);

/// Sends a code to another number than the proven one; an empty one forgets all. Whether a code was
/// sent. invalid, of "number": "notification.number.malformed", "….no_channel" where neither SMS
/// nor Zalo is on; conflict "….too_many_codes".
[[nodiscard]] Result<bool> set_number(Context& context, database::Transaction& transaction,
                                      AccountId account, std::string_view typed);

enum class Proof { proven, wrong, over };
/// The waiting number counts from now on, if that is its code; `over` where none waits, its time is
/// over, or too many were wrong. Commit in every case: wrong codes are counted.
[[nodiscard]] Result<Proof> prove_number(Context& context, database::Transaction& transaction,
                                         AccountId account, std::string_view code);

/// "0987 654 321" and "+84 987654321" as "84987654321"; nothing for what is no mobile number of
/// Vietnam.
[[nodiscard]] std::optional<std::string> parse_number(std::string_view typed);

}  // namespace caicach::notification
