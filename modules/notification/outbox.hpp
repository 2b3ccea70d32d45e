#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "jobs/worker.hpp"
#include "manifest/context.hpp"
#include "notification/letter.hpp"

/// Letters wait here, in the transaction of the change that they tell of, and are sent by a job.
namespace caicach::notification
{

inline constexpr std::string_view send_job = "notification.mail";
inline constexpr std::string_view expire_job = "notification.mail_expiry";

struct NewLetter {
    std::string recipient{};
    std::string subject{};
    std::string body{};
    Instant expires_at{};  ///< not sent from then on
};

[[nodiscard]] Result<LetterId> post_letter(Context& context, database::Transaction& transaction,
                                           const NewLetter& letter);

/// Newest first; `before` is the last one of the page before, 0 for the first page.
[[nodiscard]] Result<std::vector<Letter>> letters(database::Transaction& transaction,
                                                  LetterId before, std::int64_t count);
/// not_found "notification.letter.not_found".
[[nodiscard]] Result<Letter> letter_by_code(database::Transaction& transaction,
                                            std::string_view code);

/// Puts a stuck letter into the queue once more, audited. conflict "notification.letter.not_stuck".
[[nodiscard]] Result<void> send_again(Context& context, database::Transaction& transaction,
                                      const Letter& letter);

/// Sends one letter; its payload is the letter's id. Nothing is sent twice: whoever finds a letter
/// that somebody began to send calls it uncertain.
[[nodiscard]] Result<void> run_send_job(Context& context, jobs::JobContext& job);
/// Forgets the text of a letter that has run out.
[[nodiscard]] Result<void> run_expire_job(Context& context, jobs::JobContext& job);

}  // namespace caicach::notification
