#include "obligation/draft/sending.hpp"

#include <algorithm>

#include "crypto/crypto.hpp"
#include "obligation/limits.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t key_bytes = 18;

std::string content_from(const database::Row& row) { return row.string("content_sha256"); }

}  // namespace

std::string new_sending_key() { return crypto::random_token(key_bytes); }

Result<std::string> sending_key_from(std::string_view typed)
{
    if (typed.empty()) return std::string{};
    const auto bytes = crypto::bytes_from_base64url(typed);
    if (!bytes || bytes->size() != key_bytes)
        return failure(Failure::invalid, "obligation.sending.key", "title");
    return std::string{typed};
}

std::string content_of(const Report& report, std::string_view file_sha256)
{
    // A line each: none of them holds a line break.
    std::string content;
    for (const auto& part :
         {report.title, report.happened_on.iso(), std::to_string(report.quantity), report.link,
          std::string{file_sha256}})
        content += part + '\n';
    return crypto::sha256_hex(content);
}

Result<Sending> take_sending(Context& context, database::Transaction& transaction,
                             ObligationId obligation, std::string_view key,
                             std::string_view content_sha256)
{
    if (key.empty()) return Sending::first;
    TRY(transaction.change(sql::remove_old_sendings, context.now() + -limits::sending_seconds));
    const auto inserted = TRY(
        transaction.change(sql::insert_sending, obligation, key, content_sha256, context.now()));
    if (inserted == 1) return Sending::first;
    const auto before = TRY(transaction.one(sql::sending_of, content_from, obligation, key));
    if (before == content_sha256) return Sending::again;
    return failure(Failure::conflict, "obligation.result.sent_before", "title");
}

Error said_of_keyed_form(Error error, std::string_view key)
{
    if (error.key == "base.commit_unknown" && !key.empty())
        error.key = "obligation.result.commit_unknown";
    return error;
}

Result<bool> was_sent(database::Transaction& transaction, ObligationId obligation,
                      std::string_view key)
{
    const auto found = TRY(transaction.maybe_one(sql::sending_of, content_from, obligation, key));
    return found.has_value();
}

Result<std::vector<std::string>> taken_keys(database::Transaction& transaction,
                                            ObligationId obligation)
{
    const auto key = [](const database::Row& row) { return row.string("key"); };
    return transaction.all(sql::sendings_of, key, obligation, limits::sending_keys_shown);
}

}  // namespace caicach::obligation
