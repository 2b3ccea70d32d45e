#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "obligation/obligation.hpp"
#include "obligation/result.hpp"

/// A result is reported once, however often its form is sent: the form carries a key, the server
/// remembers which keys it took.
namespace caicach::obligation
{

/// For a form that is shown.
[[nodiscard]] std::string new_sending_key();

/// invalid "obligation.sending.key" for what new_sending_key does not make; empty where the form
/// carries none.
[[nodiscard]] Result<std::string> sending_key_from(std::string_view typed);

/// SHA-256 of what is reported; `file_sha256` of the file as the person has it.
[[nodiscard]] std::string content_of(const Report& report, std::string_view file_sha256);

enum class Sending { first, again };

/// Remembers that the key is taken; commits with the result. `again` where the same content came
/// under it before: then nothing is to be done. conflict "obligation.result.sent_before" for
/// another content.
[[nodiscard]] Result<Sending> take_sending(Context& context, database::Transaction& transaction,
                                           ObligationId obligation, std::string_view key,
                                           std::string_view content_sha256);

/// Where nobody knows whether a result was kept ("base.commit_unknown"), the same in words for a
/// form with a key: it may be sent again. Other failures as they are.
[[nodiscard]] Error said_of_keyed_form(Error error, std::string_view key);

/// Whether a result was reported under the key.
[[nodiscard]] Result<bool> was_sent(database::Transaction& transaction, ObligationId obligation,
                                    std::string_view key);

/// The last ones taken: a browser that kept a form, whose answer it never saw, drops it then.
[[nodiscard]] Result<std::vector<std::string>> taken_keys(database::Transaction& transaction,
                                                          ObligationId obligation);

}  // namespace caicach::obligation
