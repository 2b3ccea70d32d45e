#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "notification/message.hpp"

/// Messages wait here, in the transaction of the change that they tell of.
namespace caicach::notification
{

/// A letter that the program words itself: those that keep an account safe.
struct NewLetter {
    std::string recipient{};
    std::string subject{};
    std::string body{};
    Instant expires_at{};  ///< not sent from then on
};
[[nodiscard]] Result<MessageId> post_letter(Context& context, database::Transaction& transaction,
                                            const NewLetter& letter);

/// Puts a message into the outbox in the place of one of another channel that never reached the
/// person. False, and nothing there, where it has no words for it or must not go.
[[nodiscard]] Result<bool> take_over(Context& context, database::Transaction& transaction,
                                     const NewMessage& message, Channel from);

/// Newest first; `before` is the last one of the page before, 0 for the first page.
[[nodiscard]] Result<std::vector<Message>> messages(database::Transaction& transaction,
                                                    MessageId before, std::int64_t count);
/// Of those, the ones that wait for a person.
[[nodiscard]] Result<std::vector<Message>> stuck_messages(database::Transaction& transaction,
                                                          MessageId before, std::int64_t count);
/// Of those again, the ones that many may be sent again at once: they surely did not go, and no
/// receiver refused them.
[[nodiscard]] Result<std::vector<Message>> unsent_messages(database::Transaction& transaction,
                                                           Instant now, std::int64_t count);
/// How many they are, `count_max` at most.
[[nodiscard]] Result<std::int64_t> unsent_count(database::Transaction& transaction, Instant now,
                                                std::int64_t count_max);
/// not_found "notification.message.not_found".
[[nodiscard]] Result<Message> message_by_code(database::Transaction& transaction,
                                              std::string_view code);

/// Puts a dead letter into the outbox once more, audited. conflict
/// "notification.message.not_stuck".
[[nodiscard]] Result<void> send_again(Context& context, database::Transaction& transaction,
                                      const Message& message);

/// What the bell holds for the account that was not opened, 99 at most: pages say no more.
[[nodiscard]] Result<std::int64_t> unread_count(database::Transaction& transaction,
                                                AccountId account, Instant now);

/// For stores: a row with all columns.
[[nodiscard]] Message message_from(const database::Row& row);

}  // namespace caicach::notification
