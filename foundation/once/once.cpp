#include "once/once.hpp"

#include <array>

#include "crypto/crypto.hpp"
#include "once/migrations.hpp"
#include "once/sql.hpp"

namespace caicach::once
{
namespace
{

constexpr std::size_t key_bytes = 18;
constexpr int keys_shown = 20;

struct Taken {
    std::string content_sha256{};
    std::string answer{};
};

Taken taken_from(const database::Row& row)
{
    return {.content_sha256 = row.string("content_sha256"), .answer = row.string("answer")};
}

}  // namespace

std::string new_key() { return crypto::random_token(key_bytes); }

Result<std::string> key_from(std::string_view typed)
{
    if (typed.empty()) return std::string{};
    const auto bytes = crypto::bytes_from_base64url(typed);
    if (!bytes || bytes->size() != key_bytes) return failure(Failure::invalid, "once.key", "title");
    return std::string{typed};
}

std::string content_of(std::initializer_list<std::string_view> parts)
{
    std::string content;
    for (const auto part : parts)
        content.append(std::to_string(part.size())).append(":").append(part);
    return crypto::sha256_hex(content);
}

Result<std::optional<std::string>> take(database::Transaction& transaction, const Sending& sending,
                                        Instant now)
{
    if (sending.key.empty()) return std::optional<std::string>{};
    TRY(transaction.change(sql::remove_old_sendings, now + -kept_seconds));
    const auto inserted =
        TRY(transaction.change(sql::insert_sending, sending.purpose, sending.owner, sending.key,
                               sending.content_sha256, now));
    if (inserted == 1) return std::optional<std::string>{};
    auto before = TRY(
        transaction.one(sql::sending_of, taken_from, sending.purpose, sending.owner, sending.key));
    if (before.content_sha256 == sending.content_sha256)
        return std::optional{std::move(before.answer)};
    return failure(Failure::conflict, "once.sent_before", "title");
}

Result<void> keep_answer(database::Transaction& transaction, const Sending& sending,
                         std::string_view answer)
{
    if (sending.key.empty()) return {};
    TRY(transaction.change(sql::keep_answer, sending.purpose, sending.owner, sending.key, answer));
    return {};
}

Result<bool> was_taken(database::Transaction& transaction, const Sending& sending)
{
    const auto found = TRY(transaction.maybe_one(sql::sending_of, taken_from, sending.purpose,
                                                 sending.owner, sending.key));
    return found.has_value();
}

Result<std::string> last_keys(database::Transaction& transaction, std::string_view purpose,
                              std::int64_t owner)
{
    std::string keys;
    const auto add = [&](const database::Row& row) {
        keys.append(keys.empty() ? "" : " ").append(row.string("key"));
    };
    TRY(transaction.each(sql::last_keys, add, purpose, owner, keys_shown));
    return keys;
}

Error said_of_keyed_form(Error error, std::string_view key)
{
    if (error.key == "base.commit_unknown" && !key.empty()) error.key = "once.commit_unknown";
    return error;
}

std::span<const database::Migration> migrations()
{
    static constexpr std::array list{
        database::Migration{"once", "0001_once", schema::n0001_once},
    };
    static_assert(list.size() == schema::all.size());
    return list;
}

}  // namespace caicach::once
